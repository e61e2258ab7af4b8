import { expect, test } from 'vitest'
import file from '../../../resources/figures.json' with { type: 'json' }
import { resolveEndpoints } from '../../../src/shared/contract/endpoints.ts'
import { figures as schema } from '../../../src/shared/contract/figures.ts'

/**
 * Every marketplace as Amazon's guides list it (docs/amazon.md §2.2), written here once more on purpose: a slip of the
 * finger in the figures file would otherwise send somebody to another country's pages.
 */
const TABLE = `
US ATVPDKIKX0DER  USD na America/Los_Angeles sellercentral.amazon.com        vendorcentral.amazon.com
CA A2EUQ1WTGCTBG2 CAD na America/Los_Angeles sellercentral.amazon.ca         vendorcentral.amazon.ca
MX A1AM78C64UM0Y8 MXN na America/Los_Angeles sellercentral.amazon.com.mx     vendorcentral.amazon.com.mx
BR A2Q3Y263D00KWC BRL na America/Sao_Paulo   sellercentral.amazon.com.br     vendorcentral.amazon.com.br
UK A1F83G8C2ARO7P GBP eu Europe/London       sellercentral-europe.amazon.com vendorcentral.amazon.co.uk
DE A1PA6795UKMFR9 EUR eu Europe/Paris        sellercentral-europe.amazon.com vendorcentral.amazon.de
FR A13V1IB3VIYZZH EUR eu Europe/Paris        sellercentral-europe.amazon.com vendorcentral.amazon.fr
IT APJ6JRA9NG5V4  EUR eu Europe/Paris        sellercentral-europe.amazon.com vendorcentral.amazon.it
ES A1RKKUPIHCS9HS EUR eu Europe/Paris        sellercentral-europe.amazon.com vendorcentral.amazon.es
NL A1805IZSGTT6HS EUR eu Europe/Amsterdam    sellercentral.amazon.nl         vendorcentral.amazon.nl
BE AMEN7PMS3EDWL  EUR eu Europe/Brussels     sellercentral.amazon.com.be     vendorcentral.amazon.com.be
SE A2NODRKZP88ZB9 SEK eu Europe/Stockholm    sellercentral.amazon.se         vendorcentral.amazon.se
PL A1C3SOZRARQ6R3 PLN eu Europe/Warsaw       sellercentral.amazon.pl         vendorcentral.amazon.pl
IE A28R8C7NBKEWEA EUR eu Europe/Dublin       sellercentral.amazon.ie         -
TR A33AVAJ2PDY3EV TRY eu Europe/Istanbul     sellercentral.amazon.com.tr     vendorcentral.amazon.com.tr
AE A2VIGQ35RCS4UG AED eu Asia/Dubai          sellercentral.amazon.ae         vendorcentral.amazon.me
SA A17E79C6D8DWNP SAR eu Asia/Riyadh         sellercentral.amazon.sa         vendorcentral.amazon.me
EG ARBP9OOSHTCHU  EGP eu Africa/Cairo        sellercentral.amazon.eg         vendorcentral.amazon.me
IN A21TJRUUN4KGV  INR eu Asia/Kolkata        sellercentral.amazon.in         vendorcentral.amazon.in
ZA AE08WJ6YKNBMC  ZAR eu Africa/Johannesburg sellercentral.amazon.co.za      -
JP A1VC38T7YXB528 JPY fe Asia/Tokyo          sellercentral.amazon.co.jp      vendorcentral.amazon.co.jp
AU A39IBJ37TRP1C6 AUD fe Australia/Sydney    sellercentral.amazon.com.au     vendorcentral.amazon.com.au
SG A19VAU5U5O7RUS SGD fe Asia/Singapore      sellercentral.amazon.sg         vendorcentral.amazon.com.sg
`
const rows = TABLE.trim()
  .split('\n')
  .map((line) => line.split(/ +/))
/** Pseudo-marketplaces that Amazon lists beside the real ones; nobody sells there. */
const PSEUDO = ['A2ZV50J4W1RKNI', 'AZMDEXL2RVFNN', 'A38D8NSA03LJTC', 'AHRY1CZE9ZY4H']
const known = schema.parse(file)

test('the file is dated and names its sources', () => {
  expect(known.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(known.sources.length).toBeGreaterThan(0)
})

test('every marketplace stands in the file as the guides have it, and no other', () => {
  expect(
    known.marketplaces.map((one) => [
      one.country,
      one.id,
      one.currency,
      one.region,
      one.zone,
      one.sellerCentralHost,
      one.vendorCentralHost ?? '-',
    ]),
  ).toEqual(rows)
})

test('currencies and zones are ones this program can calculate with', () => {
  for (const { currency, zone } of known.marketplaces) {
    expect(Intl.supportedValuesOf('currency')).toContain(currency)
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
  }
})

test('pseudo-marketplaces are not among them', () => {
  for (const id of PSEUDO) expect(known.marketplaces.some((one) => one.id === id)).toBe(false)
})

test.each(rows)('%s is consented to on its own pages', (country = '', _id, _currency, region, _zone, seller = '', vendor = '') => {
  const endpoints = resolveEndpoints(known, {})
  const place = known.marketplaces.find((one) => one.country === country)?.region ?? 'na'
  expect(place).toBe(region)
  expect(endpoints.consent('selling', 'seller', place, country)).toBe(`https://${seller}/apps/authorize/consent`)
  expect(endpoints.consent('selling', 'vendor', place, country)).toBe(vendor === '-' ? null : `https://${vendor}/apps/authorize/consent`)
  for (const host of [seller, vendor].filter((one) => one !== '-')) expect(endpoints.consentHosts).toContain(host)
})

test('advertising has one consent, token and API address per region', () => {
  expect(known.ads).toEqual({
    na: {
      consent: 'https://www.amazon.com/ap/oa',
      token: 'https://api.amazon.com/auth/o2/token',
      api: 'https://advertising-api.amazon.com',
    },
    eu: {
      consent: 'https://eu.account.amazon.com/ap/oa',
      token: 'https://api.amazon.co.uk/auth/o2/token',
      api: 'https://advertising-api-eu.amazon.com',
    },
    fe: {
      consent: 'https://apac.account.amazon.com/ap/oa',
      token: 'https://api.amazon.co.jp/auth/o2/token',
      api: 'https://advertising-api-fe.amazon.com',
    },
  })
})
