import type { Core } from '../core.ts'
import { isRegion, MARKETPLACES, type Region } from '../world/marketplaces.ts'

/** What a person is asked to agree to. Travels through the pages as a sealed form field. */
export type ConsentRequest = {
  readonly kind: 'seller' | 'vendor' | 'ads'
  /** The country of the central, or the advertising region. */
  readonly place: string
  readonly region: Region
  readonly clientId: string
  readonly state: string
  readonly redirectUri: string
  /** Empty outside advertising. */
  readonly scope: string
  /** Empty when none was sent. */
  readonly challenge: string
  readonly challengeMethod: string
}

/** Amazon's code for a consent that cannot even begin. */
export type ConsentTrouble = { readonly code: string; readonly text: string }

const ADS_SCOPE = 'advertising::campaign_management'

/** Reads the address of Seller Central or Vendor Central. */
export function readCentralRequest(
  core: Core,
  kind: 'seller' | 'vendor',
  country: string,
  query: URLSearchParams,
): ConsentRequest | ConsentTrouble {
  const marketplace = MARKETPLACES.find((one) => one.country === country)
  if (marketplace === undefined) return trouble('404', 'There is no such central.')
  if (query.get('application_id') !== core.publisher.applicationId) return trouble('SPSA0404', 'The application was not found.')
  if (core.world.spec.draftApplication === true && query.get('version') !== 'beta') {
    return trouble('MD1000', 'The application is a draft and must be authorized with version=beta.')
  }
  const redirectUri = readRedirect(core, query.get('redirect_uri') ?? undefined)
  if (typeof redirectUri !== 'string') return redirectUri
  const { clientId } = core.publisher.selling
  return { ...NO_SCOPE, kind, place: country, region: marketplace.region, clientId, state: query.get('state') ?? '', redirectUri }
}

const NO_SCOPE = { scope: '', challenge: '', challengeMethod: '' }

/** Reads the address of the advertising consent page. */
export function readAdsRequest(core: Core, place: string, query: URLSearchParams): ConsentRequest | ConsentTrouble {
  if (!isRegion(place)) return trouble('404', 'There is no such region.')
  const param = (name: string, usual = ''): string => query.get(name) ?? usual
  const clientId = param('client_id')
  if (core.publisher.find(clientId)?.family !== 'advertising') return trouble('unauthorized_client', 'The client is not known.')
  if (param('response_type') !== 'code') return trouble('unsupported_response_type', 'Only the code response type is offered.')
  const scope = param('scope')
  if (scope !== ADS_SCOPE) return trouble('invalid_scope', 'The scope is not one this client may ask for.')
  const redirectUri = readRedirect(core, param('redirect_uri'))
  if (typeof redirectUri !== 'string') return redirectUri
  return {
    kind: 'ads',
    place,
    region: place,
    clientId,
    state: param('state'),
    redirectUri,
    scope,
    challenge: param('code_challenge'),
    challengeMethod: param('code_challenge_method', 'plain'),
  }
}

/** The asked address when it is registered; without one, the first registered. */
function readRedirect(core: Core, asked: string | undefined): string | ConsentTrouble {
  const [first] = core.state.redirects
  if (first === undefined) return trouble('MD9100', 'The application has no redirect address configured.')
  if (asked === undefined) return first
  if (asked.includes('#')) return trouble('MD5110', 'The redirect address must not contain a fragment.')
  if (!core.state.redirects.includes(asked)) return trouble('MD5101', 'The redirect address is not registered for this application.')
  return asked
}

/** For a form that is not ours or no longer fits. */
export const START_AGAIN: ConsentTrouble = { code: '400', text: 'Start again.' }

export function trouble(code: string, text: string): ConsentTrouble {
  return { code, text }
}
