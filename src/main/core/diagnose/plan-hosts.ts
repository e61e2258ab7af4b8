import type { Endpoints } from '../../../shared/contract/endpoints.ts'
import type { HostSeen, Observations } from '../../../shared/contract/diagnosis/observations.ts'

export interface PlannedHost {
  readonly role: HostSeen['role']
  readonly address: string
  /** The host as people know it, without a path. */
  readonly name: string
}

type Addresses = Pick<Endpoints, 'loginToken' | 'selling' | 'ads' | 'broker' | 'consent'>

/** Whom this account's work needs: only hosts the app talks to anyway, and the consent page as a witness. Pure. */
export function planHosts({ account, grants, channels }: Observations, endpoints: Addresses): readonly PlannedHost[] {
  const { region, kind } = account
  const inUse = grants.filter((one) => one.state.kind !== 'disconnected')
  const isAds = inUse.some((one) => one.family === 'advertising')
  const isBroker = inUse.some((one) => one.way === 'broker')
  const central = endpoints.consent('selling', kind, region, channels[0]?.country ?? '')
  const ads = endpoints.ads[region]
  const planned: readonly (readonly [HostSeen['role'], string | null])[] = [
    ['login', endpoints.loginToken],
    ['selling', endpoints.selling[region]],
    ['ads-login', isAds && hostOf(ads.token) !== hostOf(endpoints.loginToken) ? ads.token : null],
    ['ads', isAds ? ads.api : null],
    ['broker', isBroker && endpoints.broker !== '' ? endpoints.broker : null],
    ['central', central],
  ]
  return planned.flatMap(([role, address]) => (address === null ? [] : [{ role, address, name: hostOf(address) }]))
}

function hostOf(address: string): string {
  return new URL(address).host
}
