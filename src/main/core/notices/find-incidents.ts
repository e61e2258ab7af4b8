import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { Status } from '../../../shared/domain/status.ts'
import type { AccountStanding, FamilyStanding, NoticeDraft, NoticeQuestion } from './notice-question.ts'

const PER_ACCOUNT = ['reconnect-required', 'ads-reconnect-required', 'account-problem', 'access-reduced'] as const
/** One cause for everybody: told once, not once per account. */
const FOR_ALL = ['publisher-problem', 'amazon-trouble'] as const

/** Everything that is wrong now and worth a notice, each with the key of its incident. */
export function findIncidents(question: Pick<NoticeQuestion, 'accounts' | 'ladder'>): readonly NoticeDraft[] {
  const { accounts, ladder } = question
  const active = accounts.filter((one) => !one.paused)
  return [
    ...active.flatMap((account) => PER_ACCOUNT.flatMap((code) => accountIncident(account, code))),
    ...active.flatMap((account) => [
      ...expiry(account, 'selling', account.selling, ladder),
      ...expiry(account, 'advertising', account.advertising, ladder),
    ]),
    ...FOR_ALL.flatMap((code) => sharedIncident(active, code)),
  ]
}

function accountIncident(account: AccountStanding, code: (typeof PER_ACCOUNT)[number]): readonly NoticeDraft[] {
  if (!account.statuses.includes(code)) return []
  const { cause, facts } = familyOf(account, code)
  return [
    {
      key: `${code}/${account.accountId}`,
      code,
      accountId: account.accountId,
      channelId: null,
      facts: { ...facts, cause, name: account.name },
      quiet: false,
    },
  ]
}

/** The family whose story the status is; its facts go with the notice. */
function familyOf(account: AccountStanding, status: Status): FamilyStanding {
  const isAds = account.selling.status !== status && account.advertising?.status === status
  if (isAds && account.advertising) return account.advertising
  return account.selling.status === status ? account.selling : { status, cause: null, facts: {} }
}

function sharedIncident(accounts: readonly AccountStanding[], code: (typeof FOR_ALL)[number]): readonly NoticeDraft[] {
  const affected = accounts.filter((one) => one.statuses.includes(code))
  if (affected.length === 0) return []
  return [{ key: code, code, accountId: null, channelId: null, facts: { count: affected.length }, quiet: false }]
}

/** The rung of the ladder an end has reached; each rung is an incident of its own, so it is told once. */
function expiry(
  account: AccountStanding,
  family: ApiFamily,
  standing: FamilyStanding | null,
  ladder: readonly number[],
): readonly NoticeDraft[] {
  const daysLeft = standing?.facts['daysLeft']
  if (standing?.status !== 'expiring-soon' || typeof daysLeft !== 'number') return []
  // Past its end nothing is about to end any more: Amazon's own answer says what is so.
  if (daysLeft < 0) return []
  const rung = [...ladder].sort((a, b) => a - b).find((step) => daysLeft <= step)
  if (rung === undefined) return []
  const { accountId, name } = account
  const endsAt = standing.facts['endsAt'] ?? null
  return [
    {
      // The end is part of the key: after a renewal next year's ladder starts anew.
      key: `expiring-soon/${family}/${accountId}/${endsAt}/${rung}`,
      code: 'expiring-soon',
      accountId,
      channelId: null,
      facts: { ...standing.facts, family, name },
      quiet: false,
    },
  ]
}
