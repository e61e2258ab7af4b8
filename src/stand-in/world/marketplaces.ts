export type Region = 'na' | 'eu' | 'fe'

export type Marketplace = {
  readonly id: string
  readonly country: string
  readonly region: Region
  readonly currency: string
  /** The zone of its calendar days, usually also the advertising profile's. */
  readonly zone: string
  readonly language: string
  /** Domain after `www.`; the flat files' sales channel. */
  readonly domain: string
  /** Id of the shadow marketplace for orders from outside Amazon, where one exists. */
  readonly shadowId?: string
}

const rows: readonly (readonly [string, string, Region, string, string, string, string, string?])[] = [
  ['US', 'ATVPDKIKX0DER', 'na', 'USD', 'America/Los_Angeles', 'en_US', 'amazon.com', 'A2ZV50J4W1RKNI'],
  ['CA', 'A2EUQ1WTGCTBG2', 'na', 'CAD', 'America/Los_Angeles', 'en_CA', 'amazon.ca'],
  ['MX', 'A1AM78C64UM0Y8', 'na', 'MXN', 'America/Los_Angeles', 'es_MX', 'amazon.com.mx'],
  ['BR', 'A2Q3Y263D00KWC', 'na', 'BRL', 'America/Sao_Paulo', 'pt_BR', 'amazon.com.br'],
  ['UK', 'A1F83G8C2ARO7P', 'eu', 'GBP', 'Europe/London', 'en_GB', 'amazon.co.uk', 'AZMDEXL2RVFNN'],
  ['DE', 'A1PA6795UKMFR9', 'eu', 'EUR', 'Europe/Paris', 'de_DE', 'amazon.de', 'A38D8NSA03LJTC'],
  ['FR', 'A13V1IB3VIYZZH', 'eu', 'EUR', 'Europe/Paris', 'fr_FR', 'amazon.fr'],
  ['IT', 'APJ6JRA9NG5V4', 'eu', 'EUR', 'Europe/Paris', 'it_IT', 'amazon.it'],
  ['ES', 'A1RKKUPIHCS9HS', 'eu', 'EUR', 'Europe/Paris', 'es_ES', 'amazon.es'],
  ['NL', 'A1805IZSGTT6HS', 'eu', 'EUR', 'Europe/Amsterdam', 'nl_NL', 'amazon.nl'],
  ['BE', 'AMEN7PMS3EDWL', 'eu', 'EUR', 'Europe/Brussels', 'nl_BE', 'amazon.com.be'],
  ['SE', 'A2NODRKZP88ZB9', 'eu', 'SEK', 'Europe/Stockholm', 'sv_SE', 'amazon.se'],
  ['PL', 'A1C3SOZRARQ6R3', 'eu', 'PLN', 'Europe/Warsaw', 'pl_PL', 'amazon.pl'],
  ['IE', 'A28R8C7NBKEWEA', 'eu', 'EUR', 'Europe/Dublin', 'en_IE', 'amazon.ie'],
  ['TR', 'A33AVAJ2PDY3EV', 'eu', 'TRY', 'Europe/Istanbul', 'tr_TR', 'amazon.com.tr'],
  ['AE', 'A2VIGQ35RCS4UG', 'eu', 'AED', 'Asia/Dubai', 'en_AE', 'amazon.ae'],
  ['SA', 'A17E79C6D8DWNP', 'eu', 'SAR', 'Asia/Riyadh', 'ar_SA', 'amazon.sa'],
  ['EG', 'ARBP9OOSHTCHU', 'eu', 'EGP', 'Africa/Cairo', 'ar_EG', 'amazon.eg'],
  ['IN', 'A21TJRUUN4KGV', 'eu', 'INR', 'Asia/Kolkata', 'en_IN', 'amazon.in'],
  ['ZA', 'AE08WJ6YKNBMC', 'eu', 'ZAR', 'Africa/Johannesburg', 'en_ZA', 'amazon.co.za'],
  ['JP', 'A1VC38T7YXB528', 'fe', 'JPY', 'Asia/Tokyo', 'ja_JP', 'amazon.co.jp'],
  ['AU', 'A39IBJ37TRP1C6', 'fe', 'AUD', 'Australia/Sydney', 'en_AU', 'amazon.com.au'],
  ['SG', 'A19VAU5U5O7RUS', 'fe', 'SGD', 'Asia/Singapore', 'en_SG', 'amazon.sg'],
]

/** Every marketplace the stand-in knows. */
export const MARKETPLACES: readonly Marketplace[] = rows.map(([country, id, region, currency, zone, language, domain, shadowId]) => ({
  id,
  country,
  region,
  currency,
  zone,
  language,
  domain,
  ...(shadowId === undefined ? {} : { shadowId }),
}))

export const REGIONS: readonly Region[] = ['na', 'eu', 'fe']

export function marketplaceById(id: string): Marketplace | undefined {
  return MARKETPLACES.find((one) => one.id === id)
}

export function marketplaceOf(country: string): Marketplace {
  const found = MARKETPLACES.find((one) => one.country === country)
  if (found === undefined) throw new Error(`no marketplace for country ${country}`)
  return found
}

export function isRegion(text: string): text is Region {
  return text === 'na' || text === 'eu' || text === 'fe'
}
