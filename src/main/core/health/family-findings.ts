import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { ChannelId, DatasetId } from '../../../shared/domain/ids.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { AccountProgress } from '../ports/sync-progress.ts'
import type { Finding } from './account-health.ts'
import type { Outage, Outages } from './find-outages.ts'
import type { DatasetStanding, HealthSnapshot } from './health-snapshot.ts'
import { lastSuccessOf } from './last-success.ts'
import { isInForce, permissionFindings } from './permission-findings.ts'
import { syncFindings, titlesOf } from './sync-findings.ts'

export interface FamilyQuestion {
  readonly snapshot: HealthSnapshot
  readonly outages: Outages
  readonly account: AmazonAccount
  readonly family: ApiFamily
  /** One channel alone, or null for the whole account. */
  readonly channelId: ChannelId | null
}

/** Every status of one family that applies to an account or one of its channels, in no order. */
export function familyFindings(question: FamilyQuestion): readonly Finding[] {
  const { snapshot, outages, account, family } = question
  const authorization = snapshot.authorizations.find((one) => one.accountId === account.id && one.family === family) ?? null
  const { now, expiringDays, online } = snapshot
  const permission = permissionFindings({ family, authorization, now, expiringDays })
  if (!isInForce(authorization)) return permission
  const facts = factsOf(question)
  const progress = snapshot.progress.find((one) => one.accountId === account.id) ?? null
  const refused = refusedFinding(question, facts)
  const outage = outages.of(account.id, family)
  const elsewhere = outage === null ? troubleFindings(progress, family, facts) : [outageFinding(outage)]
  const worse = [...permission, ...elsewhere, ...refused.findings]
  if (account.paused) return worse
  return [...worse, ...syncFindings({ account, family, facts, refused: refused.datasets, progress, online, now }, elsewhere.length > 0)]
}

function factsOf({ snapshot, account, family, channelId }: FamilyQuestion): readonly DatasetStanding[] {
  return snapshot.facts.filter(
    (one) => one.channel.accountId === account.id && one.dataset.family === family && (channelId === null || one.channel.id === channelId),
  )
}

interface Refused {
  readonly datasets: ReadonlySet<DatasetId>
  readonly findings: readonly Finding[]
}

/** Refused datasets by name: the permission works, a role behind it is missing. */
function refusedFinding({ snapshot }: FamilyQuestion, facts: readonly DatasetStanding[]): Refused {
  const refused = facts.filter(({ channel, dataset }) =>
    snapshot.access.some((one) => one.channelId === channel.id && one.dataset === dataset.id && one.access.answer === 'refused'),
  )
  const datasets = new Set(refused.map((one) => one.dataset.id))
  if (refused.length === 0) return { datasets, findings: [] }
  return {
    datasets,
    findings: [{ status: 'access-reduced', cause: 'permission-missing', facts: { datasets: titlesOf(refused), count: datasets.size } }],
  }
}

/** A broker that fails is its publisher's; every other outage is Amazon's. Nobody is asked to reconnect in either. */
function outageFinding({ scope, since }: Outage): Finding {
  return scope === 'broker'
    ? { status: 'publisher-problem', cause: 'broker-trouble', facts: { since } }
    : { status: 'amazon-trouble', cause: 'amazon-trouble', facts: { since, scope } }
}

/** What Amazon last said about the account or the app's key, when nothing of this family has succeeded since. */
function troubleFindings(progress: AccountProgress | null, family: ApiFamily, facts: readonly DatasetStanding[]): readonly Finding[] {
  const newest = progress?.troubles.find((one) => one.family === family)
  if (newest === undefined || newest.at <= (lastSuccessOf(facts) ?? 0)) return []
  if (newest.kind === 'account-problem') return [{ status: 'account-problem', cause: 'account-problem', facts: { since: newest.at } }]
  if (newest.kind === 'application-credential-ended' || newest.kind === 'wrong-region')
    return [{ status: 'publisher-problem', cause: newest.kind, facts: { since: newest.at } }]
  return []
}
