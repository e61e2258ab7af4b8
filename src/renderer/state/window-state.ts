import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EventMessage } from '../../shared/contract/wire.ts'
import type { Topic } from '../../shared/contract/events.ts'
import type { InvitationsView } from '../../shared/contract/views/attempt.ts'
import type { PrivateAppsView } from '../../shared/contract/views/private-apps.ts'
import type { AppView, NoticesView, SettingsView } from '../../shared/contract/views/app.ts'
import type { ChannelsView } from '../../shared/contract/views/channels.ts'
import type { Client } from '../transport/client.ts'
import type { LinkState } from '../transport/link.ts'
import { createActions, type Actions } from './actions.ts'
import { createAttemptState, type AttemptState } from './attempt-state.ts'
import { createAppClock } from './clock.ts'
import { createDiagnosisState, type DiagnosisState } from './diagnosis-state.ts'
import { createDetails, type Details } from './details.ts'
import { createReports, type Reports } from './reports.ts'
import { createResource, type Resource } from './resource.ts'
import { createView, type View } from './view-state.ts'

/** The browser's part of the world, given so that tests can turn the hands. */
export interface WindowWorld {
  readonly now: () => number
  readonly later: (run: () => void, ms: number) => void
  /** Opens a path of our own origin in a new tab; false when the browser blocked it. */
  readonly openTab: (path: string) => boolean
  readonly locale: string
  /** IANA zone of the person's computer. */
  readonly zone: string
  /** How the palette's shortcut reads here. */
  readonly findShortcut: string
}

export type { LinkState } from '../transport/link.ts'
export type Navigation = Extract<EventMessage, { readonly event: 'navigate' }>['value']

/** Everything a screen may read or do. */
export interface WindowState {
  readonly world: WindowWorld
  readonly link: StoreApi<LinkState>
  /** The app's time, told anew every few seconds. */
  readonly time: StoreApi<number>
  readonly app: Resource<AppView>
  readonly channels: Resource<ChannelsView>
  readonly settings: Resource<SettingsView>
  readonly notices: Resource<NoticesView>
  readonly invitations: Resource<InvitationsView>
  readonly privateApps: Resource<PrivateAppsView>
  readonly details: Details
  readonly reports: Reports
  readonly diagnoses: DiagnosisState
  readonly attempt: AttemptState
  readonly view: View
  readonly act: Actions
  /** Told when a notice or the tray asks for a place. */
  onNavigate(listener: (place: Navigation) => void): () => void
}

const TICK_MS = 10_000

/** Wires the states to the client. The one place where events meet what they change. */
export function createWindowState(client: Client, world: WindowWorld): WindowState {
  const { later } = world
  const app = createResource<AppView>({ read: () => client.call('app.read', {}), topics: ['app'], later })
  const channels = createResource<ChannelsView>({ read: () => client.call('channels.list', {}), topics: ['channels'], later })
  const settings = createResource<SettingsView>({ read: () => client.call('settings.read', {}), topics: ['settings'], later })
  const notices = createResource<NoticesView>({ read: () => client.call('notices.list', {}), topics: ['notices'], later })
  const invitations = createResource<InvitationsView>({ read: () => client.call('invitations.read', {}), topics: ['invitations'], later })
  const privateApps = createResource<PrivateAppsView>({ read: () => client.call('privateApps.list', {}), topics: ['channels'], later })
  const details = createDetails(client, later)
  const reports = createReports(client, later)
  const diagnoses = createDiagnosisState(client)
  const view = createView()
  const link = createStore<LinkState>(() => client.linkState())
  const attempt = createAttemptState({ client, host: () => hostOf(app), openTab: world.openTab })
  const time = startClock(app, world)
  const listeners = new Set<(place: Navigation) => void>()

  const told = (topics: readonly Topic[]): void => {
    for (const one of [app, channels, settings, notices, invitations, privateApps, details, reports]) one.told(topics)
  }
  client.subscribe((message) => {
    if (message.event === 'changed') told(message.value.topics)
    if (message.event === 'diagnosis-moved') diagnoses.told(message.value.accountId, message.value.steps)
    if (message.event === 'attempt-moved') attempt.told(message.value.id)
    if (message.event === 'navigate') for (const listener of listeners) listener(message.value)
  })
  client.onLinkChange((next) => {
    const before = link.getState()
    link.setState(next, true)
    if (next.kind !== 'open' || before.kind !== 'lost') return
    told(EVERY_TOPIC)
    attempt.reread()
  })
  return {
    world,
    link,
    time,
    app,
    channels,
    settings,
    notices,
    invitations,
    privateApps,
    details,
    reports,
    diagnoses,
    attempt,
    view,
    act: createActions(client, view, settings),
    onNavigate: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

const EVERY_TOPIC: readonly Topic[] = [
  'app',
  'channels',
  'coverage',
  'backfill',
  'activity',
  'reports',
  'notices',
  'settings',
  'invitations',
]

function hostOf(app: Resource<AppView>): AppView['host'] | null {
  const reading = app.state.getState()
  return reading.kind === 'shown' ? reading.value.host : null
}

function startClock(app: Resource<AppView>, world: WindowWorld): StoreApi<number> {
  const clock = createAppClock(world.now)
  const time = createStore<number>(() => clock.now())
  app.state.subscribe((reading) => {
    if (reading.kind !== 'shown' || reading.age !== 'current') return
    clock.set(reading.value)
    time.setState(clock.now(), true)
  })
  const tick = (): void => {
    time.setState(clock.now(), true)
    world.later(tick, TICK_MS)
  }
  world.later(tick, TICK_MS)
  return time
}
