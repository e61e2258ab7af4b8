import type { Topic } from '../../shared/contract/events.ts'
import type { EventMessage } from '../../shared/contract/wire.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { App } from './app-surface.ts'
import type { AppConfig } from './app-config.ts'
import { createAuthorization, type Authorizations } from './authorization/create-authorization.ts'
import { isInvitation } from './authorization/take-invitation.ts'
import { auditCoverage } from './calls/audit-coverage.ts'
import { accountActs } from './calls/account-acts.ts'
import { accountCalls } from './calls/account-calls.ts'
import { attemptCalls } from './calls/attempt-calls.ts'
import type { Desk } from './calls/desk.ts'
import { diagnoseCalls } from './calls/diagnose-calls.ts'
import { findingCalls } from './calls/finding-calls.ts'
import { invitationCalls } from './calls/invitation-calls.ts'
import { keepingCalls } from './calls/keeping-calls.ts'
import { createLooking } from './calls/look.ts'
import { privateAppCalls } from './calls/private-app-calls.ts'
import { reportCalls } from './calls/report-calls.ts'
import { shellCalls } from './calls/shell-calls.ts'
import { createCoverageBook } from './channels/coverage-book.ts'
import { createEvidenceBook } from './evidence/create-evidence-book.ts'
import { createDispatcher } from './dispatch.ts'
import { createKeeping } from './keeping/create-keeping.ts'
import { createMouth, type Mouth } from './calls/mouth.ts'
import { runOnce } from './calls/run-once.ts'
import { createNetwork, type Network } from './calls/network.ts'
import { createNotices } from './notices/create-notices.ts'
import { standingOf } from './calls/standing.ts'
import type { Ports } from './ports/ports.ts'
import type { Sync } from './ports/sync-progress.ts'
import { createRereading } from './rereading/create-rereading.ts'
import { createReports } from './reports/index.ts'
import { createSync } from './sync/create-sync.ts'

/** Puts the features together; the only place where they meet. Nothing runs until `start`. */
export function createApp(ports: Ports, config: AppConfig): App {
  const mouth = createMouth(ports.clock)
  const network = createNetwork(ports.clock)
  const features = wire(ports, config, { mouth, network })
  const { authorization, evidence, sync, looking, moved } = features
  const desk = createDesk(features, { ports, config, mouth, network })
  const notices = createNotices({ ports, onChange: () => mouth.changed('notices') })
  const tell = () => looking.look().then((look) => notices.update(standingOf(look, !network.isOffline())))
  const stopListening: (() => void)[] = []

  return {
    dispatch: createDispatcher(
      {
        ...accountCalls(desk),
        ...accountActs(desk),
        ...attemptCalls(desk),
        ...invitationCalls(desk),
        ...privateAppCalls(desk),
        ...shellCalls(desk),
        ...findingCalls(desk),
        ...reportCalls(desk),
        ...diagnoseCalls(desk, mouth.say),
        ...keepingCalls(desk),
      },
      ports,
    ),
    subscribe: mouth.subscribe,
    async start() {
      stopListening.push(
        sync.onChange(() => moved('app', 'coverage', 'reports')),
        mouth.onQuiet(() => void tell().catch(() => undefined)),
      )
      await evidence.recall()
      await authorization.start()
      desk.keeping.start()
      await desk.rereading.afterUpdate()
      sync.start()
      moved()
    },
    async stop() {
      for (const stop of stopListening.splice(0)) stop()
      authorization.stop()
      desk.keeping.stop()
      mouth.stop()
      await sync.stop()
    },
    wake: (reason) => sync.wake(reason, null),
    connectivityChanged(hint) {
      const change = network.told(hint)
      if (change === 'nothing') return
      sync.setOnline(hint !== 'offline')
      // Until then a missing network showed in failed requests alone; the first good word ends their waits.
      if (change === 'first-word' && hint === 'online') sync.wake('online', null)
      if (hint !== 'offline') authorization.skipBackOff()
      moved('app')
    },
    completeCallback: async (url) => void (await (isInvitation(url) ? authorization.invite(url) : authorization.complete(url))),
    navigate: (accountId) => mouth.say(navigation(accountId)),
    runOnce: (order) => desk.rereading.afterUpdate().then(() => runOnce({ ports, authorization, sync }, order)),
    auditCoverage: (filter) => auditCoverage(desk, filter),
  }
}

interface Surroundings {
  readonly mouth: Mouth
  readonly network: Network
}

/** The features, and the one function that says that something moved. */
function wire(ports: Ports, config: AppConfig, { mouth, network }: Surroundings) {
  const evidence = createEvidenceBook(ports)
  const book = createCoverageBook(ports.stores.ledger, ports.clock)
  const authorization: Authorizations = createAuthorization({
    ports,
    datasets: config.datasets,
    figures: config.figures,
    consentPage: (kind, region, country) => config.endpoints.consent('selling', kind, region, country),
    historyDays: config.historyDays,
    evidence,
    isOutage: (family, region) => sync.isOutage(family, region),
    onChange: (change) => {
      if (change.kind === 'attempt') mouth.say({ event: 'attempt-moved', value: { id: change.id } })
      else if (change.kind === 'invitations') mouth.changed('invitations')
      else moved()
    },
    wakeSync: (reason, accountId) => sync.wake(reason, accountId),
  })
  const sync: Sync = createSync({
    ports,
    datasets: config.datasets,
    access: authorization.access,
    evidence,
    daysMoved: (accountId, dataset) => book.forget({ accountId, dataset }),
  })
  const looking = createLooking({ ports, config, book, sync, authorization, online: () => !network.isOffline() })
  const moved = (...more: Topic[]): void => {
    looking.forget()
    mouth.changed('channels', 'backfill', 'activity', ...more)
  }
  return { book, evidence, authorization, sync, looking, moved }
}

function createDesk(features: ReturnType<typeof wire>, around: Surroundings & Pick<Desk, 'ports' | 'config'>): Desk {
  const { book, authorization, sync, looking } = features
  const { ports, config, mouth, network } = around
  const desk: Desk = {
    ports,
    config,
    authorization,
    sync,
    book,
    reports: createReports({
      store: ports.stores.reports,
      channel: (id) => desk.channel(id),
      coverage: (channel, name, days) => coverageOf(desk, channel, name, days),
      snapshots: () => ports.stores.ledger.snapshots(),
      now: () => ports.clock.now(),
      snapshotAsOf: (...asked) => ports.stores.ledger.snapshotAsOf(...asked),
    }),
    keeping: createKeeping({
      ports,
      historyDays: config.historyDays,
      leave: async (accountId) => {
        await sync.leave(accountId)
        await authorization.disconnect(accountId)
      },
      onChange: () => {
        book.forget(null)
        features.moved('coverage', 'reports', 'notices')
      },
    }),
    rereading: createRereading({
      ports,
      onChange: () => {
        book.forget(null)
        features.moved('coverage', 'reports')
      },
    }),
    look: looking.look,
    changed: (...topics) => {
      looking.forget()
      mouth.changed(...topics)
    },
    connectivity: () => network.view(sync.progress()),
    channel: async (id) => (await ports.stores.accounts.channels()).find((one) => one.id === id) ?? null,
  }
  return desk
}

function navigation(accountId: string | null): EventMessage {
  return { event: 'navigate', value: { screen: accountId === null ? 'channels' : 'channel', accountId: accountId as AccountId | null } }
}

type Sources = Parameters<typeof createReports>[0]

/** Days of a dataset where the channel's account uses it; null elsewhere. */
async function coverageOf(desk: Desk, ...[channel, name, days]: Parameters<Sources['coverage']>): ReturnType<Sources['coverage']> {
  const { snapshot } = await desk.look()
  const fact = snapshot.facts.find((one) => one.channel.id === channel.id && one.dataset.id === name)
  return fact ? desk.book.days(channel, fact.dataset, days) : null
}
