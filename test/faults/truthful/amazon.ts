import type { ApiFamily, Region } from '../../../src/shared/domain/region.ts'
import {
  ACCOUNT,
  DATA,
  ended,
  grantRefused,
  LOGIN,
  malformed,
  missingRole,
  NETWORK,
  TABLE,
  unknownAdsToken,
  type Spoiler,
} from './answers.ts'
import { HOUR, type AccountPlan, type FaultPlan, type GrantEnd, type HistoryPlan } from './draw-history.ts'

export const ADDRESSES = {
  login: { token: 'https://login.test/auth/o2/token' },
  selling: { na: 'https://selling-na.test', eu: 'https://selling-eu.test', fe: 'https://selling-fe.test' },
  ads: {
    na: { api: 'https://ads-na.test', token: 'https://adslogin-na.test/auth/o2/token' },
    eu: { api: 'https://ads-eu.test', token: 'https://adslogin-eu.test/auth/o2/token' },
    fe: { api: 'https://ads-fe.test', token: 'https://adslogin-fe.test/auth/o2/token' },
  },
} as const

export interface SoakAmazon {
  readonly fetch: typeof fetch
  /** First refused renewal of a grant that really is dead, by `account family`. */
  readonly firstRefused: ReadonlyMap<string, number>
  isDead(account: string, family: ApiFamily): boolean
  /** True while something keeps this account's login, or the whole network, from answering truly. */
  isLoginTroubled(family: ApiFamily): boolean
}

interface Asked {
  readonly url: URL
  readonly door: 'login' | 'selling' | 'ads'
  readonly family: ApiFamily
  readonly region: Region | null
}

/** Amazon in memory: answers are real responses, and the truth about every grant is known. `now`: ms from the start. */
export function createSoakAmazon(plan: HistoryPlan, now: () => number): SoakAmazon {
  const firstRefused = new Map<string, number>()
  const spent = new Set<FaultPlan>()
  const planOf = (name: string) => plan.accounts.find((one) => one.name === name)
  const isOn = (fault: FaultPlan) => now() >= fault.from && now() < fault.until

  const isDead = (name: string, family: ApiFamily) => {
    const end = endOf(planOf(name), family)
    return end !== null && now() >= end.at
  }
  const networkFault = () =>
    plan.faults.find((one) => one.where === 'network' && isOn(one) && (one.flapMs === null || Math.floor(now() / one.flapMs) % 2 === 0))
  const loginFault = (family: ApiFamily) =>
    plan.faults.find((one) => one.where === 'login' && isOn(one) && (one.family === 'both' || one.family === family))

  function renew(asked: Asked, body: unknown): Response {
    const refresh = (body instanceof URLSearchParams ? body.get('refresh_token') : null) ?? ''
    const [name = ''] = refresh.split('|')
    const { family } = asked
    if (isDead(name, family)) {
      const key = `${name} ${family}`
      if (!firstRefused.has(key)) firstRefused.set(key, now())
      return grantRefused()
    }
    const hiccup = plan.faults.find(
      (one) => one.where === 'hiccup' && isOn(one) && one.account === name && one.family === family && !spent.has(one),
    )
    if (hiccup !== undefined) {
      spent.add(hiccup)
      return grantRefused()
    }
    return Response.json({ access_token: `${name}|${family}|${now()}`, token_type: 'bearer', expires_in: 3600, refresh_token: refresh })
  }

  function callData(asked: Asked, token: string): Response {
    const [name = '', , at = '0'] = token.split('|')
    const end = endOf(planOf(name), asked.family)
    const isCutOff = end !== null && end.how === 'revoked at once' && now() >= end.at
    if (isCutOff) return asked.door === 'ads' ? unknownAdsToken() : malformed()
    if (now() - Number(at) >= HOUR) return asked.door === 'ads' ? unknownAdsToken() : ended()
    const own = plan.faults.find((one) => isOn(one) && ofAccount(one, name, asked))
    if (own !== undefined) return (own.where === 'role' ? missingRole : (ACCOUNT[own.name] ?? missingRole))()
    return asked.door === 'ads' ? adsAnswer(asked.url) : Response.json({ payload: [] })
  }

  return {
    firstRefused,
    isDead,
    isLoginTroubled: (family) => networkFault() !== undefined || loginFault(family) !== undefined,
    fetch: async (input, init) => {
      const asked = askedOf(new URL(String(input instanceof Request ? input.url : input)))
      const spoiler = spoilerOf(networkFault(), NETWORK)
      if (spoiler) return spoiler()
      if (asked.door === 'login') {
        const login = spoilerOf(loginFault(asked.family), LOGIN)
        return login ? login() : renew(asked, init?.body)
      }
      const data = plan.faults.find(
        (one) => one.where === 'data' && isOn(one) && one.family === asked.family && (one.region === 'all' || one.region === asked.region),
      )
      const spoiled = spoilerOf(data, DATA)
      return spoiled ? spoiled() : callData(asked, tokenOf(new Headers(init?.headers)))
    },
  }
}

function endOf(plan: AccountPlan | undefined, family: ApiFamily): GrantEnd | null {
  return plan?.[family] ?? null
}

function spoilerOf(fault: FaultPlan | undefined, from: Readonly<Record<string, Spoiler>>): Spoiler | undefined {
  return fault === undefined ? undefined : (from[fault.name] ?? TABLE[fault.name])
}

function ofAccount(fault: FaultPlan, name: string, { door, url }: Asked): boolean {
  if (door !== 'selling') return false
  if (fault.where === 'account') return fault.account === name
  return fault.where === 'role' && fault.account === name && url.pathname === `/${fault.operation}`
}

function askedOf(url: URL): Asked {
  const [first = '', region = ''] = (url.hostname.split('.')[0] ?? '').split('-')
  if (first === 'login') return { url, door: 'login', family: 'selling', region: null }
  const place = region as Region
  if (first === 'adslogin') return { url, door: 'login', family: 'advertising', region: place }
  return first === 'ads'
    ? { url, door: 'ads', family: 'advertising', region: place }
    : { url, door: 'selling', family: 'selling', region: place }
}

function tokenOf(headers: Headers): string {
  return headers.get('x-amz-access-token') ?? (headers.get('authorization') ?? '').replace('Bearer ', '')
}

function adsAnswer(url: URL): Response {
  if (url.pathname === '/v2/profiles') return Response.json([])
  if (url.pathname === '/reporting/reports') return Response.json({ reportId: 'report-1', status: 'PENDING' })
  return Response.json({ reportId: 'report-1', status: 'COMPLETED', url: 'https://documents.test/one' })
}
