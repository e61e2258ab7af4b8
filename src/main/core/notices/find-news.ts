import type { Notice } from '../../../shared/domain/notice.ts'
import { GOOD_NEWS_MS } from './policy.ts'
import type { AccountStanding, NoticeDraft, NoticeQuestion } from './notice-question.ts'

const RECONNECTABLE = ['reconnect-required', 'ads-reconnect-required'] as const

/** What has got better (or is gone for good) since the standing notices were posted. */
export function findNews(question: NoticeQuestion): readonly NoticeDraft[] {
  return question.accounts.flatMap((account) => [
    ...reconnected(account, question),
    ...caughtUp(account, question),
    ...daysLost(account, question),
  ])
}

/** News that has been up long enough, or that newer news replaces. */
export function findOldNews({ standing, accounts, now }: NoticeQuestion): readonly string[] {
  return standing.filter((one) => isOld(one, now) || isReplaced(one, accounts)).map((one) => one.key)
}

function isOld(notice: Notice, now: number): boolean {
  const isNews = notice.code === 'caught-up' || (notice.code === 'reconnected' && !isAwaiting(notice))
  return isNews && now - notice.postedAt >= GOOD_NEWS_MS
}

function isReplaced(notice: Notice, accounts: readonly AccountStanding[]): boolean {
  if (notice.code !== 'reconnected') return false
  const account = accounts.find((one) => one.accountId === notice.accountId)
  return account === undefined || isRefused(account) || (isAwaiting(notice) && isBack(account))
}

/** Days were missing at the reconnect, so their return is worth a word. */
function isAwaiting({ code, facts }: Notice): boolean {
  return code === 'reconnected' && typeof facts['days'] === 'number' && facts['days'] > 0
}

/** The account was told to need a reconnect, and now its permission works again; disconnecting it is no repair. */
function reconnected(account: AccountStanding, { standing, now }: NoticeQuestion): readonly NoticeDraft[] {
  const repaired = RECONNECTABLE.filter((code) => {
    const wasTold = standing.some((one) => one.key === `${code}/${account.accountId}`)
    const family = code === 'reconnect-required' ? account.selling : account.advertising
    const isGone = family === null || family.status === 'disconnected' || family.status === 'ads-not-connected'
    return wasTold && !account.statuses.includes(code) && !isGone && !account.paused
  })
  return repaired.map((code) =>
    news(account, 'reconnected', `${code}/${now}`, {
      days: account.missingDays,
      family: code === 'reconnect-required' ? 'selling' : 'advertising',
    }),
  )
}

/** After a reconnect, once every day that Amazon still has is back. */
function caughtUp(account: AccountStanding, { standing, now }: NoticeQuestion): readonly NoticeDraft[] {
  const isAwaited = standing.some((one) => isAwaiting(one) && one.accountId === account.accountId)
  return isAwaited && isBack(account) && !isRefused(account) ? [news(account, 'caught-up', `${now}`, {})] : []
}

function daysLost(account: AccountStanding, { lostBefore }: NoticeQuestion): readonly NoticeDraft[] {
  const before = lostBefore.get(account.accountId)
  // The first look at an account finds days that were out of reach from the start: nobody lost them.
  if (before === undefined || account.lostDays <= before) return []
  return [news(account, 'days-lost', `${account.lostDays}`, { days: account.lostDays - before })]
}

function isBack(account: AccountStanding): boolean {
  return account.missingDays === 0 && !account.statuses.includes('catching-up')
}

function isRefused(account: AccountStanding): boolean {
  return RECONNECTABLE.some((code) => account.statuses.includes(code))
}

function news(
  account: AccountStanding,
  code: 'reconnected' | 'caught-up' | 'days-lost',
  mark: string,
  facts: NoticeDraft['facts'],
): NoticeDraft {
  return {
    key: `${code}/${account.accountId}/${mark}`,
    code,
    accountId: account.accountId,
    channelId: null,
    facts: { ...facts, name: account.name },
    quiet: false,
  }
}
