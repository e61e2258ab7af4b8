import type { Region } from '../../shared/domain/region.ts'
import { REGIONS } from '../../shared/domain/region.ts'
import type { LoginApp, SellingApp } from '../config.ts'
import type { StartConfig } from '../start-broker.ts'
import { readAddress } from './read-address.ts'
import { readKeys } from './read-keys.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** Amazon's login endpoints (docs/amazon.md §1.2 and §1.8). Selling has one for all regions. */
const SELLING_TOKEN_URL = 'https://api.amazon.com/auth/o2/token'
const ADS_TOKEN_URL: Readonly<Record<Region, string>> = {
  na: 'https://api.amazon.com/auth/o2/token',
  eu: 'https://api.amazon.co.uk/auth/o2/token',
  fe: 'https://api.amazon.co.jp/auth/o2/token',
}

export type ReadConfig = { ok: true; config: StartConfig } | { ok: false; problems: readonly string[] }

/** Reads the whole configuration and names everything that is missing or weak at once, never showing a value. */
export function readConfig(environment: Environment): ReadConfig {
  const problems: string[] = []
  const allowLoopback = environment['BROKER_ALLOW_LOOPBACK'] === '1'
  const reader: Reader = { environment, problems, allowLoopback }
  const config: StartConfig = {
    origin: readOrigin(reader),
    host: environment['BROKER_HOST'] ?? '127.0.0.1',
    port: readPort(reader),
    keys: readKeys(environment['BROKER_KEYS'], problems),
    selling: readSelling(reader),
    ads: readAds(reader),
    allowLoopback,
  }
  if (config.selling === undefined && Object.keys(config.ads).length === 0 && problems.length === 0) {
    problems.push('BROKER_SELLING_CLIENT_ID or BROKER_ADS_<region>_CLIENT_ID: no app is configured')
  }
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems }
}

interface Reader {
  readonly environment: Environment
  readonly problems: string[]
  readonly allowLoopback: boolean
}

function readOrigin(reader: Reader): string | undefined {
  const text = reader.environment['BROKER_ORIGIN']
  if (text === undefined && reader.allowLoopback) return undefined
  const url = readAddress('BROKER_ORIGIN', text, reader)
  if (url !== undefined && url.href !== `${url.origin}/`) reader.problems.push('BROKER_ORIGIN: must be an origin without a path')
  return url?.origin
}

function readPort(reader: Reader): number {
  const port = Number(reader.environment['BROKER_PORT'] ?? '8080')
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  reader.problems.push('BROKER_PORT: not a port')
  return 0
}

function readSelling(reader: Reader): SellingApp | undefined {
  const app = readApp(reader, 'BROKER_SELLING', SELLING_TOKEN_URL)
  if (app === undefined) return undefined
  const applicationId = required(reader, 'BROKER_SELLING_APPLICATION_ID')
  return { ...app, applicationId, beta: reader.environment['BROKER_SELLING_BETA'] === '1' }
}

function readAds(reader: Reader): Partial<Record<Region, LoginApp>> {
  const ads: Partial<Record<Region, LoginApp>> = {}
  for (const region of REGIONS) {
    const app = readApp(reader, `BROKER_ADS_${region.toUpperCase()}`, ADS_TOKEN_URL[region])
    if (app !== undefined) ads[region] = app
  }
  return ads
}

/** An app is configured wholly or not at all. */
function readApp(reader: Reader, prefix: string, tokenUrl: string): LoginApp | undefined {
  const { environment } = reader
  if (environment[`${prefix}_CLIENT_ID`] === undefined && environment[`${prefix}_CLIENT_SECRET`] === undefined) return undefined
  const url = readAddress(`${prefix}_TOKEN_URL`, environment[`${prefix}_TOKEN_URL`] ?? tokenUrl, reader)
  return {
    clientId: required(reader, `${prefix}_CLIENT_ID`),
    clientSecret: required(reader, `${prefix}_CLIENT_SECRET`),
    tokenUrl: url?.href ?? tokenUrl,
  }
}

function required(reader: Reader, name: string): string {
  const value = reader.environment[name]?.trim() ?? ''
  if (value === '') reader.problems.push(`${name}: missing`)
  return value
}
