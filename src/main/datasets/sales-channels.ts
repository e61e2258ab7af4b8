/** Names of Amazon's sites as order files write them in `sales-channel`. Source: marketplaces in `resources/figures.json`. */
const SITES: Readonly<Record<string, string>> = {
  US: 'amazon.com',
  CA: 'amazon.ca',
  MX: 'amazon.com.mx',
  BR: 'amazon.com.br',
  UK: 'amazon.co.uk',
  GB: 'amazon.co.uk',
  DE: 'amazon.de',
  FR: 'amazon.fr',
  IT: 'amazon.it',
  ES: 'amazon.es',
  NL: 'amazon.nl',
  SE: 'amazon.se',
  PL: 'amazon.pl',
  BE: 'amazon.com.be',
  IE: 'amazon.ie',
  TR: 'amazon.com.tr',
  AE: 'amazon.ae',
  SA: 'amazon.sa',
  EG: 'amazon.eg',
  IN: 'amazon.in',
  ZA: 'amazon.co.za',
  JP: 'amazon.co.jp',
  AU: 'amazon.com.au',
  SG: 'amazon.sg',
}

/** True when an order line of this sales channel was sold on the country's own site; a blank one counts as its own. */
export function isOwnSalesChannel(salesChannel: string, country: string): boolean {
  const site = SITES[country]
  const said = salesChannel.trim().toLowerCase()
  return said === '' || (site === undefined ? said.startsWith('amazon.') : said === site || (country === 'SG' && said === 'amazon.com.sg'))
}

const KNOWN = new Set(Object.values(SITES))

/** True for the name of one of Amazon's sites, whichever country's. */
export function isKnownSite(name: string): boolean {
  const said = name.trim().toLowerCase()
  return KNOWN.has(said) || said === 'amazon.com.sg'
}
