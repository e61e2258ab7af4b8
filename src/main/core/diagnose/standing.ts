import type { DatasetSeen, GrantSeen, KeptSeen, Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { Authorization } from '../../../shared/domain/authorization.ts'
import type { KeptEvidence } from '../../../shared/domain/evidence.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { lastTrouble } from './past-troubles.ts'
import type { HeldDataset, Sources } from './sources.ts'
import { computerState, othersState, troublesOf, workState } from './surrounding-state.ts'

/** What is known before anybody is asked; pure. A diagnosis without a network is made from this alone. */
export function standingOf(sources: Sources, account: AmazonAccount): Observations {
  const mine = sources.authorizations.filter((one) => one.accountId === account.id)
  const held = sources.held.filter((one) => one.channel.accountId === account.id)
  const strayed = sources.attempts.find((one) => one.accountId === account.id && one.state.kind === 'wrong-account')
  return {
    asOf: sources.now,
    tookMs: 0,
    way: 'stored',
    rights: sources.rights,
    account: { kind: account.kind, region: account.region, paused: account.paused },
    hosts: [],
    grants: mine.map((one) => grantSeen(one, sources)),
    calls: [],
    channels: sources.channels
      .filter((one) => one.accountId === account.id)
      .map(({ id, country, adsProfileId }) => ({
        id,
        country,
        participating: null,
        suspendedListings: null,
        hasProfile: adsProfileId !== null,
        profileSeen: null,
      })),
    datasets: held.map((one) => datasetSeen(one, sources)),
    others: othersState(sources, account),
    computer: computerState(sources),
    troubles: [...troublesOf(sources, account.id)],
    strayed: strayed ? { family: strayed.family } : null,
    work: workState(sources, account.id, held),
    kept: sources.kept.filter((one) => isMine(one, account.id)).map(keptSeen),
  }
}

export function grantSeen(authorization: Authorization, { activity }: Pick<Sources, 'activity'>): GrantSeen {
  const { family, state, way, consentedAt, endsAt, secretEndsAt, lastRenewedAt } = authorization
  const ended = activity.find(
    (one) => one.accountId === authorization.accountId && one.kind === 'disconnected' && one.facts['family'] === family,
  )
  return {
    family,
    state,
    way,
    consentedAt,
    endsAt,
    secretEndsAt,
    lastRenewedAt,
    lost: state.kind === 'disconnected' && ended?.facts['reason'] === 'no-credential',
    vault: 'not-looked',
    elsewhere: null,
    sameIdentity: null,
    asked: null,
  }
}

function datasetSeen({ channel, dataset }: HeldDataset, sources: Sources): DatasetSeen {
  const access = sources.access.find((one) => one.channelId === channel.id && one.dataset === dataset.id)?.access
  return {
    channelId: channel.id,
    dataset: dataset.id,
    title: dataset.title,
    family: dataset.family,
    role: dataset.amazonRole,
    answer: access?.answer ?? 'not-yet-proven',
    checkedAt: access?.checkedAt ?? null,
    said: access?.evidence ?? null,
    now: false,
    lastTrouble: lastTrouble(sources.runs, channel.id, dataset.id),
  }
}

function isMine({ accountId }: KeptEvidence, id: AccountId): boolean {
  return accountId === null || accountId === id
}

function keptSeen({ at, firstAt, times, family, channelId, dataset, source, outcome, said, accountId }: KeptEvidence): KeptSeen {
  return { at, firstAt, times, family, channelId, dataset, source, outcome, said, everywhere: accountId === null }
}
