import type { AccountView, ChannelView, FamilyView, Line } from '../../../shared/contract/views/channels.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import { DASH } from '../../format/dash.ts'
import type { RopeStrand } from '../../parts/line/rope-row.tsx'
import type { ToldDate } from '../../parts/table/account-row.tsx'
import { causeSentence } from '../../text/cause-text.ts'
import { statusText } from '../../text/status-text.ts'
import type { Words } from '../common/words.ts'
import { groupOf } from './account-groups.ts'

const MS_PER_DAY = 86_400_000
/** From here a renewal is said in the watch ink. Source: the ladder's first step. */
const LATE_FROM_DAYS = 30
/** A day that leaves Amazon sooner than this is said as a loss. */
const LOSS_WITHIN_DAYS = 7

/** "DE FR IT ES NL", with "vendor" where it is one. */
export function codesOf(account: AccountView): string {
  const codes = account.channels.map((channel) => channel.country).join(' ')
  return account.kind === 'vendor' ? `${codes} vendor` : codes
}

/** Said instead of the status word in the selling column: progress in days, or until when Amazon asked to wait. */
export function saidOf(account: AccountView, words: Words): string | undefined {
  if (account.selling.status === 'catching-up' && account.progress !== null)
    return `Catching up ${account.progress.done}/${account.progress.total} d`
  if (account.selling.status === 'delayed' && account.delayedUntil !== null) return `Delayed until ${words.time(account.delayedUntil)}`
  return undefined
}

/** The day data has reached; late where somebody should look and others are further. */
export function dataToOf(row: Pick<AccountView | ChannelView, 'dataTo' | 'status'>, reached: string | null, words: Words): ToldDate {
  const group = statusText[row.status].group
  const isBehind = row.dataTo !== null && reached !== null && row.dataTo < reached
  return { text: words.day(row.dataTo), tone: isBehind && (group === 'needs-you' || group === 'look-soon') ? 'late' : 'calm' }
}

/** When the permission is forecast to end; once Amazon has refused it, the forecast no longer counts. */
export function renewsInOf(account: AccountView, words: Words): ToldDate {
  const since = account.selling.facts['since']
  const isRefused = account.selling.status === 'reconnect-required' && typeof since === 'number'
  if (isRefused && (account.endsAt ?? since) > words.now) return { text: `ended ${words.date(since)}`, tone: 'lost' }
  if (account.endsAt === null) return { text: DASH, tone: 'calm' }
  const left = account.endsAt - words.now
  if (left <= 0) return { text: `ended ${words.date(account.endsAt)}`, tone: 'lost' }
  return { text: words.span(left), tone: left <= LATE_FROM_DAYS * MS_PER_DAY ? 'late' : 'calm' }
}

export function strandsOf(line: Line): RopeStrand[] {
  const strands: RopeStrand[] = []
  if (line.selling !== null) strands.push({ name: 'Selling', states: line.selling })
  if (line.advertising !== null) strands.push({ name: 'Advertising', states: line.advertising })
  return strands
}

/** The second line of a row that needs somebody: cause, then what would be lost. Null for all others. */
export function causeOf(account: AccountView, words: Words): { readonly text: string; readonly loss?: string } | null {
  const group = groupOf(account)
  if (group !== 'needs-you' && group !== 'elsewhere') return null
  const text = causeOfFamily(account, words)
  const loss = lossOf(account, words)
  if (loss !== null) return { text: text ?? '', loss }
  const rest = restOf(account)
  const said = [text, rest].filter((one) => one !== null).join(' ')
  return said === '' ? null : { text: said }
}

/** The family whose status made the account's, and its cause in words. */
export function causeOfFamily(account: AccountView, words: Words): string | null {
  const { family, view } = worseFamily(account)
  return familySentence(family, view, words)
}

export function familySentence(family: ApiFamily, view: FamilyView, words: Words): string | null {
  return causeSentence(view.cause, { family, facts: view.facts, endsAt: view.endsAt, day: words.date, moment: (at) => words.moment(at) })
}

function worseFamily(account: AccountView): { readonly family: ApiFamily; readonly view: FamilyView } {
  const { advertising } = account
  const isAds =
    advertising !== null &&
    (account.status === 'ads-reconnect-required' || (advertising.status === account.status && account.selling.status !== account.status))
  return isAds ? { family: 'advertising', view: advertising } : { family: 'selling', view: account.selling }
}

function lossOf(account: AccountView, words: Words): string | null {
  const { risk } = account
  if (risk === null || risk.leavesAt - words.now > LOSS_WITHIN_DAYS * MS_PER_DAY) return null
  return `${risk.title} ${words.day(risk.day)} leaves Amazon ${words.until(risk.leavesAt)}.`
}

function restOf(account: AccountView): string | null {
  if (groupOf(account) !== 'needs-you' || account.missingDays === 0) return null
  return account.missingDays === 1
    ? '1 day to fetch; it is not about to be lost.'
    : `${account.missingDays} days to fetch; none of them is about to be lost.`
}
