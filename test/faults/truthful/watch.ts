import type { AuthorizationState } from '../../../src/shared/domain/authorization.ts'
import type { Status } from '../../../src/shared/domain/status.ts'
import { API_FAMILIES, type ApiFamily } from '../../../src/shared/domain/region.ts'
import type { AccountView } from '../../../src/shared/contract/views/channels.ts'
import type { Ports } from '../../../src/main/core/ports/ports.ts'
import type { SoakAmazon } from './amazon.ts'
import { HOUR, MINUTE, type FaultPlan, type HistoryPlan } from './draw-history.ts'

/** From the first refused renewal to the notice, not counting what nobody could hear Amazon in. */
const NAMED_WITHIN_MS = 15 * MINUTE
/** The same while nothing else is wrong. */
const NAMED_QUICKLY_MS = 5 * MINUTE
const TROUBLE: ReadonlySet<Status> = new Set([
  'reconnect-required',
  'ads-reconnect-required',
  'account-problem',
  'publisher-problem',
  'amazon-trouble',
  'access-reduced',
  'stale',
  'disconnected',
])

export interface Watch {
  readonly violations: readonly string[]
  /** Waits from the first refused renewal to the notice, ms. */
  readonly waits: readonly number[]
  /** The same ports, looked at: what is stored about permissions and what is told to the person. */
  over(ports: Ports): Ports
  /** Nobody hears Amazon from now on for so long. */
  absent(ms: number): void
  /** What the person sees now. */
  look(accounts: readonly AccountView[]): void
  /** What must be so in the end, when every fault is over. */
  finish(accounts: readonly AccountView[], allowed: readonly Status[]): void
}

interface Question {
  readonly plan: HistoryPlan
  readonly amazon: SoakAmazon
  readonly now: () => number
}

export function createWatch({ plan, amazon, now }: Question): Watch {
  const violations: string[] = []
  const waits: number[] = []
  const absences: { readonly from: number; readonly until: number }[] = []
  const told = new Map<string, number[]>()
  const say = (what: string) => void violations.push(`${what} at ${Math.round(now() / MINUTE)} min`)

  function noteTold(account: string, family: ApiFamily): void {
    const key = `${account} ${family}`
    told.set(key, [...(told.get(key) ?? []), now()])
    if (!amazon.isDead(account, family)) return say(`notice to reconnect ${key}, which lives`)
    const first = amazon.firstRefused.get(key)
    if (first === undefined) return say(`notice to reconnect ${key}, which was never refused`)
    const wait = now() - first
    waits.push(wait)
    const heard = wait - deaf(family, first, now())
    if (heard > NAMED_WITHIN_MS) say(`${key} named after ${minutes(heard)} min`)
    if (isQuiet(first, now()) && wait >= NAMED_QUICKLY_MS) say(`${key} named after ${minutes(wait)} min though nothing else was wrong`)
  }

  /** Time in which the login did not answer, or the app did not run. */
  function deaf(family: ApiFamily, from: number, until: number): number {
    const faults = plan.faults.filter(
      (one) => one.where === 'network' || (one.where === 'login' && (one.family === 'both' || one.family === family)),
    )
    let ms = 0
    for (let at = from; at < until; at += MINUTE / 4) {
      const isDeaf = [...faults, ...absences].some((one) => at >= one.from && at < one.until)
      if (isDeaf) ms += MINUTE / 4
    }
    return ms
  }

  function isQuiet(from: number, until: number): boolean {
    const around = (one: { readonly from: number; readonly until: number }) => one.until > from - HOUR && one.from < until
    return ![...plan.faults, ...absences].some(around) && plan.machine.every((one) => one.act !== 'skew')
  }

  function noteState(id: string, state: AuthorizationState): void {
    const [account = '', family = ''] = id.split('/')
    if (state.kind === 'reconnect-required' && !amazon.isDead(account, family as ApiFamily))
      say(`${account} ${family} is to be reconnected though it lives`)
    if (state.kind === 'disconnected') say(`${account} ${family} was disconnected by nobody`)
  }

  function look(accounts: readonly AccountView[]): void {
    for (const { name, selling, advertising, action, statuses } of accounts) {
      const lives = (family: ApiFamily) => !amazon.isDead(name, family)
      if (lives('selling') && selling.status === 'reconnect-required') say(`${name} shows Reconnect though it lives`)
      if (lives('advertising') && advertising?.status === 'ads-reconnect-required') say(`${name} shows Reconnect Ads though it lives`)
      if (lives('selling') && action === 'reconnect') say(`${name} is offered Reconnect for ${statuses[0]} though it lives`)
    }
  }

  return {
    violations,
    waits,
    over: (ports) => ({
      ...ports,
      stores: {
        ...ports.stores,
        accounts: {
          ...ports.stores.accounts,
          setAuthorizationState: (id, state, activity) => {
            noteState(id, state)
            return ports.stores.accounts.setAuthorizationState(id, state, activity)
          },
        },
        notices: {
          ...ports.stores.notices,
          post: async (notice) => {
            const isNew = await ports.stores.notices.post(notice)
            if (isNew && notice.code === 'reconnect-required') noteTold(notice.accountId ?? '', 'selling')
            if (isNew && notice.code === 'ads-reconnect-required') noteTold(notice.accountId ?? '', 'advertising')
            return isNew
          },
        },
      },
    }),
    absent: (ms) => void absences.push({ from: now(), until: now() + ms }),
    look,
    finish: (accounts, allowed) => {
      look(accounts)
      for (const account of accounts) for (const family of API_FAMILIES) finishFamily(account, family, allowed)
    },
  }

  function finishFamily(account: AccountView, family: ApiFamily, allowed: readonly Status[]): void {
    const view = family === 'selling' ? account.selling : account.advertising
    const key = `${account.name} ${family}`
    if (view === null || (family === 'advertising' && !plan.accounts.some((one) => one.name === account.name && one.hasAds))) return
    if (amazon.isDead(account.name, family)) {
      const times = told.get(key)?.length ?? 0
      if (times !== 1) say(`${key} is dead and was told ${times} times; it shows ${view.status}`)
    } else if (TROUBLE.has(view.status) && !allowed.includes(view.status))
      say(`${key} lives and still shows ${view.status} (${view.cause}) after ${namesOf(plan.faults)}`)
  }
}

function namesOf(faults: readonly FaultPlan[]): string {
  return faults.map((one) => one.name).join(', ')
}

function minutes(ms: number): number {
  return Math.round(ms / MINUTE)
}
