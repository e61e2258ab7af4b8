import { REGIONS, type Region } from '../../shared/domain/region.ts'
import type { DatedSecret, LoginApp, SellingApp } from '../config.ts'
import { readAddress } from './read-address.ts'
import { readDay } from './read-day.ts'
import { type Reader, readText } from './reader.ts'

/** Amazon's login endpoints (docs/amazon.md §1.2 and §1.8). Selling has one for all regions. */
const SELLING_TOKEN_URL = 'https://api.amazon.com/auth/o2/token'
const ADS_TOKEN_URL: Readonly<Record<Region, string>> = {
  na: 'https://api.amazon.com/auth/o2/token',
  eu: 'https://api.amazon.co.uk/auth/o2/token',
  fe: 'https://api.amazon.co.jp/auth/o2/token',
}

// Amazon's client secrets are 64 hexadecimal digits, newer ones behind a prefix. Anything much shorter was typed in.
const SECRET_LEAST = 32
const SECRET_LEAST_DIFFERENT = 10
const AT_AMAZON = 'copy it from the application’s page at Amazon'

export interface ReadApps {
  readonly selling: SellingApp | undefined
  readonly ads: Readonly<Partial<Record<Region, LoginApp>>>
  readonly dates: readonly DatedSecret[]
}

/** Reads every application at Amazon; each is configured wholly or not at all. */
export function readApps(reader: Reader): ReadApps {
  const dates: DatedSecret[] = []
  const ads: Partial<Record<Region, LoginApp>> = {}
  const selling = readSelling(reader, dates)
  for (const region of REGIONS) {
    const app = readApp(
      reader,
      { prefix: `BROKER_ADS_${region.toUpperCase()}`, name: `ads-${region}`, tokenUrl: ADS_TOKEN_URL[region] },
      dates,
    )
    if (app !== undefined) ads[region] = app
  }
  if (selling === undefined && Object.keys(ads).length === 0)
    reader.problems.push('BROKER_SELLING_CLIENT_ID or BROKER_ADS_<region>_CLIENT_ID: no app is configured')
  return { selling, ads, dates }
}

function readSelling(reader: Reader, dates: DatedSecret[]): SellingApp | undefined {
  const app = readApp(reader, { prefix: 'BROKER_SELLING', name: 'selling', tokenUrl: SELLING_TOKEN_URL }, dates)
  if (app === undefined) return undefined
  const applicationId = required(reader, 'BROKER_SELLING_APPLICATION_ID')
  // Taking the client id for the application id is a common mistake, and Amazon shows it only to the person who consents.
  if (applicationId.startsWith('amzn1.application-oa2-client.'))
    reader.problems.push('BROKER_SELLING_APPLICATION_ID: that is a client id; the application id begins with amzn1.sp.solution.')
  return { ...app, applicationId, beta: readBeta(reader) }
}

/** Whoever writes `true` means a draft; taken for no, every consent would end in MD1000. */
function readBeta(reader: Reader): boolean {
  const text = readText(reader, 'BROKER_SELLING_BETA') ?? '0'
  if (text !== '0' && text !== '1') reader.problems.push('BROKER_SELLING_BETA: not 1 for a draft, or 0')
  return text === '1'
}

interface AppPlace {
  readonly prefix: string
  readonly name: string
  readonly tokenUrl: string
}

function readApp(reader: Reader, { prefix, name, tokenUrl }: AppPlace, dates: DatedSecret[]): LoginApp | undefined {
  const named = ['CLIENT_ID', 'CLIENT_SECRET', 'CLIENT_SECRET_SINCE', 'APPLICATION_ID'].map((part) => readText(reader, `${prefix}_${part}`))
  if (named.every((value) => value === undefined)) return undefined
  const url = readAddress(`${prefix}_TOKEN_URL`, readText(reader, `${prefix}_TOKEN_URL`) ?? tokenUrl, reader)
  const since = readSince(reader, `${prefix}_CLIENT_SECRET_SINCE`)
  if (since !== undefined) dates.push({ kind: 'client-secret', name, since })
  return {
    clientId: required(reader, `${prefix}_CLIENT_ID`),
    clientSecret: readSecret(reader, `${prefix}_CLIENT_SECRET`),
    tokenUrl: url?.href ?? tokenUrl,
  }
}

function readSecret(reader: Reader, name: string): string {
  const secret = required(reader, name)
  if (secret === '' || reader.allowLoopback) return secret
  if (secret.length < SECRET_LEAST || new Set(secret).size < SECRET_LEAST_DIFFERENT)
    reader.problems.push(`${name}: too weak to be Amazon’s; ${AT_AMAZON}`)
  return secret
}

function readSince(reader: Reader, name: string): number | undefined {
  const text = readText(reader, name)
  if (text !== undefined) return readDay(`${name}: the day`, text, reader)
  if (!reader.allowLoopback) reader.problems.push(`${name}: missing; the day the secret was made at Amazon, as YYYY-MM-DD`)
  return undefined
}

function required(reader: Reader, name: string): string {
  const value = readText(reader, name)
  if (value === undefined) reader.problems.push(`${name}: missing; ${AT_AMAZON}`)
  return value ?? ''
}
