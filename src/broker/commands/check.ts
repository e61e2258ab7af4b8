import { readHealth } from '../health/read-health.ts'
import { BROKER_VERSION } from '../health/version.ts'
import { readConfig } from '../environment/read-config.ts'
import type { Environment } from '../environment/reader.ts'
import type { StartConfig } from '../start-broker.ts'

/** What a broker with this environment would do, without a secret; `problems` instead where it would not start. */
export function check(environment: Environment, now: number): { readonly ok: boolean; readonly report: object } {
  const read = readConfig(environment, now)
  const { warnings } = read
  if (!read.ok) return { ok: false, report: { ok: false, problems: read.problems, warnings } }
  const { keyAgeDays, secretEndsInDays, overdue } = readHealth(read.config.dates ?? [], BROKER_VERSION, now)
  return {
    ok: true,
    report: { ok: true, version: BROKER_VERSION, ...describe(read.config), keyAgeDays, secretEndsInDays, overdue, warnings },
  }
}

/** Field by field, so that nothing new is shown without being meant to. */
function describe({ origin, host, port, proxies, limits, appPage, keys, selling, ads, allowLoopback }: StartConfig): object {
  return {
    origin: origin ?? 'the address it listens on',
    listens: `${host}:${port}`,
    proxies,
    limits,
    appPage: appPage ?? null,
    allowLoopback,
    keys: { newest: keys[0]?.id, old: keys.slice(1).map(({ id }) => id) },
    selling:
      selling === undefined
        ? null
        : { applicationId: selling.applicationId, clientId: selling.clientId, tokenUrl: selling.tokenUrl, beta: selling.beta },
    ads: Object.fromEntries(Object.entries(ads).map(([region, { clientId, tokenUrl }]) => [region, { clientId, tokenUrl }])),
  }
}
