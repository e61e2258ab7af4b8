import type { AmazonAccount, Channel } from '../../../shared/domain/account.ts'
import { STATUSES, STATUS_RULES, worstOf, type Status } from '../../../shared/domain/status.ts'
import type { AccountHealth, ChannelHealth, FamilyHealth, Finding } from './account-health.ts'
import { familyFindings } from './family-findings.ts'
import { findOutages, type Outages } from './find-outages.ts'
import type { HealthSnapshot } from './health-snapshot.ts'

/** The health of every account and channel, computed from one snapshot; pure, never stored. */
export function computeHealth(snapshot: HealthSnapshot): readonly AccountHealth[] {
  const outages = findOutages(snapshot)
  return snapshot.accounts.map((account) => accountHealth(snapshot, outages, account))
}

function accountHealth(snapshot: HealthSnapshot, outages: Outages, account: AmazonAccount): AccountHealth {
  const question = { snapshot, outages, account, channelId: null }
  const selling = familyFindings({ ...question, family: 'selling' })
  const advertising = familyFindings({ ...question, family: 'advertising' })
  const statuses = join([...selling, ...advertising], account, snapshot)
  const status = worstOf(statuses)
  const until = [...selling, ...advertising].find((one) => one.status === 'delayed')?.facts['until']
  return {
    accountId: account.id,
    statuses,
    status,
    whoMustAct: STATUS_RULES[status].actor,
    action: STATUS_RULES[status].action,
    selling: familyHealth(selling),
    advertising: familyHealth(advertising),
    delayedUntil: typeof until === 'number' ? until : null,
    channels: snapshot.channels
      .filter((one) => one.accountId === account.id)
      .map((channel) => channelHealth(snapshot, outages, account, channel)),
  }
}

function channelHealth(snapshot: HealthSnapshot, outages: Outages, account: AmazonAccount, channel: Channel): ChannelHealth {
  const question = { snapshot, outages, account, channelId: channel.id }
  const selling = familyFindings({ ...question, family: 'selling' })
  const advertising = familyFindings({ ...question, family: 'advertising' })
  return {
    channelId: channel.id,
    statuses: join([...selling, ...advertising], account, snapshot),
    selling: familyHealth(selling).status,
    advertising: familyHealth(advertising).status,
  }
}

/** The worst finding tells the family's story; without any, the family is fine. */
function familyHealth(findings: readonly Finding[]): FamilyHealth {
  const worst = worstOf(findings.map((one) => one.status))
  return findings.find((one) => one.status === worst) ?? { status: 'connected', cause: null, facts: {} }
}

/** All statuses that apply, worst first. *Connected* stands when nothing but calm remarks apply. */
function join(findings: readonly Finding[], account: AmazonAccount, { demo }: HealthSnapshot): readonly Status[] {
  const applies = new Set(findings.map((one) => one.status))
  if (account.paused) applies.add('paused')
  const isFine = [...applies].every((one) => one === 'ads-not-connected')
  if (isFine) applies.add('connected')
  if (demo) applies.add('demo')
  return STATUSES.filter((one) => applies.has(one))
}
