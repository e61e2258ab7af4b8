import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { STATUSES } from '../../../shared/domain/status.ts'
import { STATUS_GROUPS, statusText, type StatusGroup } from '../../text/status-text.ts'

export interface AccountFilter {
  readonly group: StatusGroup | 'all'
  readonly type: 'any' | 'seller' | 'vendor'
  readonly text: string
}

export interface AccountGroup {
  readonly group: StatusGroup
  readonly accounts: readonly AccountView[]
}

/** Accounts under their group heads: what would be lost first, then the worst, then by name. */
export function groupAccounts(accounts: readonly AccountView[], locale: string): AccountGroup[] {
  const sorted = [...accounts].sort(
    (a, b) => Number(b.risk !== null) - Number(a.risk !== null) || rank(a) - rank(b) || a.name.localeCompare(b.name, locale),
  )
  return STATUS_GROUPS.flatMap((group) => {
    const members = sorted.filter((account) => groupOf(account) === group)
    return members.length === 0 ? [] : [{ group, accounts: members }]
  })
}

export function groupOf(account: AccountView): StatusGroup {
  return statusText[shownStatus(account)].group
}

/** The worst status; advertising that was never connected is calm and hides no other one. */
export function shownStatus({ status, statuses, paused }: Pick<AccountView, 'status' | 'statuses' | 'paused'>): AccountView['status'] {
  if (status !== 'ads-not-connected') return status
  return statuses.find((one) => one !== 'ads-not-connected') ?? (paused ? 'paused' : 'connected')
}

/** Accounts that fit type and text; the group is left to the chips, so that their counts stay true. */
export function fittingAccounts(accounts: readonly AccountView[], filter: Pick<AccountFilter, 'type' | 'text'>): AccountView[] {
  const wanted = filter.text.trim().toLowerCase()
  return accounts.filter(
    (account) =>
      (filter.type === 'any' || account.kind === filter.type) && (wanted === '' || spellings(account).some((one) => one.includes(wanted))),
  )
}

/** Child rows open by themselves when a marketplace stands differently from its account. */
export function differsInside(account: AccountView): boolean {
  return (
    account.channels.length > 1 &&
    account.channels.some(
      (channel) =>
        rankOf(channel.status) < rankOf('connected') &&
        channel.status !== account.status &&
        channel.status !== 'ads-not-connected' &&
        channel.status !== account.selling.status,
    )
  )
}

/** The child rows drawn while an account is open: all, or only those that differ when it opened by itself. */
export function openChannels(account: AccountView, opened: 'by-person' | 'by-itself'): AccountView['channels'] {
  if (opened === 'by-person') return account.channels
  return account.channels.filter(
    (channel) => channel.status !== account.status && channel.status !== 'connected' && channel.status !== account.selling.status,
  )
}

function spellings(account: AccountView): string[] {
  const channels = account.channels.flatMap((channel) => [channel.country, channel.marketplace, channel.name])
  return [account.name, account.sellingPartnerId, account.kind, ...channels].map((one) => one.toLowerCase())
}

function rank(account: AccountView): number {
  return STATUSES.indexOf(shownStatus(account))
}

function rankOf(status: AccountView['status']): number {
  return STATUSES.indexOf(status)
}
