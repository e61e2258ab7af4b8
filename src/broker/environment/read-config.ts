import type { RequestLimits } from '../config.ts'
import { ADDRESS_LIMIT, DEVICE_LIMIT } from '../policy.ts'
import type { StartConfig } from '../start-broker.ts'
import { readAddress } from './read-address.ts'
import { readApps } from './read-apps.ts'
import { readKeys } from './read-keys.ts'
import { type Environment, type Reader, readText } from './reader.ts'

export type ReadConfig = {
  /** Worth a look, whether the broker starts or not. */
  readonly warnings: readonly string[]
} & ({ readonly ok: true; readonly config: StartConfig } | { readonly ok: false; readonly problems: readonly string[] })

/**
 * Reads the whole configuration and names everything that is missing or weak at once, with how to mend it, never
 * showing a value. `now`: milliseconds.
 */
export function readConfig(environment: Environment, now: number): ReadConfig {
  const problems: string[] = []
  const warnings: string[] = []
  const reader: Reader = { environment, problems, warnings, now, allowLoopback: environment['BROKER_ALLOW_LOOPBACK'] === '1' }
  const { keys, dates } = readKeys(reader)
  const config = {
    origin: readOrigin(reader),
    host: readText(reader, 'BROKER_HOST') ?? '127.0.0.1',
    port: readNumber(reader, 'BROKER_PORT', { usual: 8080, most: 65_535, what: 'a port' }),
    proxies: readProxies(reader),
    limits: readLimits(reader),
    appPage: readAppPage(reader),
    keys,
    allowLoopback: reader.allowLoopback,
  }
  checkLocal(reader, config)
  const apps = readApps(reader)
  if (problems.length > 0) return { ok: false, problems, warnings }
  return { ok: true, warnings, config: { ...config, selling: apps.selling, ads: apps.ads, dates: [...dates, ...apps.dates] } }
}

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost'])

/** What a local Amazon is allowed would hide a weak key of a broker that others reach. */
function checkLocal({ allowLoopback, problems, warnings }: Reader, { host, origin }: Pick<StartConfig, 'host' | 'origin'>): void {
  if (!allowLoopback) return
  if (!LOOPBACK_HOSTS.has(host))
    problems.push('BROKER_ALLOW_LOOPBACK: only for a broker that listens on 127.0.0.1; leave it out where others reach it')
  if (origin?.startsWith('https:') === true)
    warnings.push('BROKER_ALLOW_LOOPBACK: set under a public address; weak and undated secrets are not noticed')
}

function readOrigin(reader: Reader): string | undefined {
  const text = readText(reader, 'BROKER_ORIGIN')
  if (text === undefined && reader.allowLoopback) return undefined
  const url = readAddress('BROKER_ORIGIN', text, reader)
  if (url !== undefined && url.href !== `${url.origin}/`) reader.problems.push('BROKER_ORIGIN: must be an origin without a path')
  return url?.origin
}

/** Behind a proxy that is not counted, everybody has the proxy's address and shares its limit. */
function readProxies(reader: Reader): number {
  if (readText(reader, 'BROKER_PROXIES') === undefined && !reader.allowLoopback)
    reader.warnings.push('BROKER_PROXIES: not set; say how many proxies stand in front, or all callers share one address’s limit')
  return readNumber(reader, 'BROKER_PROXIES', { usual: 0, most: 9, what: 'a number of proxies, 0 to 9' })
}

function readLimits(reader: Reader): RequestLimits {
  const read = (name: string, usual: number): number =>
    readNumber(reader, name, { usual, least: 1, most: 1_000_000, what: 'a whole number above 0' })
  const address = read('BROKER_ADDRESS_PER_MINUTE', ADDRESS_LIMIT.perMinute)
  const device = read('BROKER_DEVICE_PER_MINUTE', DEVICE_LIMIT.perMinute)
  return {
    address: { burst: Math.max(ADDRESS_LIMIT.burst, address), perMinute: address },
    device: { burst: Math.max(DEVICE_LIMIT.burst, device), perMinute: device },
  }
}

function readAppPage(reader: Reader): string | undefined {
  const text = readText(reader, 'BROKER_APP_PAGE')
  return text === undefined ? undefined : readAddress('BROKER_APP_PAGE', text, reader)?.href
}

interface Bounds {
  readonly usual: number
  readonly least?: number
  readonly most: number
  readonly what: string
}

function readNumber(reader: Reader, name: string, { usual, least = 0, most, what }: Bounds): number {
  const text = readText(reader, name) ?? String(usual)
  const value = Number(text)
  if (/^\d{1,7}$/u.test(text) && value >= least && value <= most) return value
  reader.problems.push(`${name}: not ${what}`)
  return usual
}
