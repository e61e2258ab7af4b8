import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { WindowState } from '../../state/window-state.ts'
import { helpSections, helpText } from '../../text/help-text.ts'
import { places, type ReportPlace } from '../places.ts'

/** Something the palette finds or does. */
export interface PaletteEntry {
  readonly key: string
  readonly word: string
  readonly kind: 'Do' | 'Go to' | 'Channel' | 'Help'
  /** `start` shows it before anything was typed. */
  readonly at: 'start' | 'search'
  readonly run: () => void
}

export interface PaletteWorld {
  readonly state: WindowState
  readonly accounts: readonly AccountView[]
  readonly go: (place: string) => void
}

const reportWords: Readonly<Record<ReportPlace, string>> = {
  sales: 'Sales',
  profit: 'Profit & loss',
  advertising: 'Advertising',
  products: 'Products',
  vendor: 'Vendor',
}

/** Everything the palette knows: actions first, then screens, channels and help. */
export function paletteEntries({ state, accounts, go }: PaletteWorld): PaletteEntry[] {
  return [
    ...actions(state),
    ...accounts.flatMap((account) => [...accountActions(account, state), diagnoseEntry(account, go)]),
    ...screens(go),
    ...channels(accounts, go),
    ...helpPages(go),
  ]
}

/** Entries whose words hold every word looked for, in their order, or the starting ones where nothing was typed; as many as fit without scrolling. */
export function findEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const wanted = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const fitting =
    wanted.length === 0
      ? entries.filter((entry) => entry.at === 'start')
      : entries.filter((entry) => wanted.every((word) => entry.word.toLowerCase().includes(word)))
  return fitting.slice(0, MOST)
}

const MOST = 14

function actions({ act, view }: WindowState): PaletteEntry[] {
  return [
    {
      key: 'do-sync',
      word: 'Sync everything now',
      kind: 'Do',
      at: 'start',
      run: () => {
        void act.syncNow(null).then((done) => {
          if (done) view.tell('All channels are being synced.')
        })
      },
    },
    {
      key: 'do-add',
      word: 'Add channel',
      kind: 'Do',
      at: 'start',
      run: () => {
        view.show({ kind: 'add-channel' })
      },
    },
    {
      key: 'do-light',
      word: 'Use the light theme',
      kind: 'Do',
      at: 'start',
      run: () => {
        void act.writeSettings({ theme: 'light' })
      },
    },
    {
      key: 'do-dark',
      word: 'Use the dark theme',
      kind: 'Do',
      at: 'start',
      run: () => {
        void act.writeSettings({ theme: 'dark' })
      },
    },
    {
      key: 'do-system',
      word: 'Use the system’s theme',
      kind: 'Do',
      at: 'start',
      run: () => {
        void act.writeSettings({ theme: 'system' })
      },
    },
  ]
}

function diagnoseEntry({ id, name }: AccountView, go: PaletteWorld['go']): PaletteEntry {
  return {
    key: `diagnose-${id}`,
    word: `Diagnose ${name}`,
    kind: 'Do',
    at: 'search',
    run: () => {
      go(places.diagnose(id))
    },
  }
}

function accountActions(account: AccountView, { act, attempt }: WindowState): PaletteEntry[] {
  const target = { accountId: account.id, kind: account.kind, region: account.region, country: account.channels[0]?.country ?? 'US' }
  const entries: PaletteEntry[] = [
    {
      key: `sync-${account.id}`,
      word: `Sync ${account.name} now`,
      kind: 'Do',
      at: 'search',
      run: () => {
        void act.syncNow(account.id)
      },
    },
    {
      key: `pause-${account.id}`,
      word: `${account.paused ? 'Resume' : 'Pause'} ${account.name}`,
      kind: 'Do',
      at: 'search',
      run: () => {
        void act.pause(account.id, !account.paused)
      },
    },
    {
      key: `reconnect-${account.id}`,
      word: `Reconnect ${account.name}`,
      kind: 'Do',
      at: 'search',
      run: () => {
        attempt.prepare({ ...target, family: 'selling' })
      },
    },
  ]
  if (account.advertising !== null)
    entries.push({
      key: `ads-${account.id}`,
      word: `Reconnect advertising of ${account.name}`,
      kind: 'Do',
      at: 'search',
      run: () => {
        attempt.prepare({ ...target, family: 'advertising' })
      },
    })
  return entries
}

function screens(go: (place: string) => void): PaletteEntry[] {
  const reports = Object.entries(reportWords).map(([name, word]): PaletteEntry => ({
    key: `go-${name}`,
    word,
    kind: 'Go to',
    at: 'start',
    run: () => {
      go(`/reports/${name}`)
    },
  }))
  const others: readonly (readonly [string, string])[] = [
    ['Channels', places.channels],
    ['Notices', places.notices],
    ['Settings', places.settings],
    ['Help', places.help],
  ]
  return [
    ...others.map(([word, place]): PaletteEntry => ({
      key: `go-${place}`,
      word,
      kind: 'Go to',
      at: 'start',
      run: () => {
        go(place)
      },
    })),
    ...reports,
  ]
}

function channels(accounts: readonly AccountView[], go: (place: string) => void): PaletteEntry[] {
  return accounts.map((account) => ({
    key: `open-${account.id}`,
    kind: 'Channel',
    at: 'search',
    run: () => {
      go(places.channel(account.id))
    },
    word: `${account.name} (${account.channels.map((channel) => channel.country).join(' ')})`,
  }))
}

function helpPages(go: (place: string) => void): PaletteEntry[] {
  return helpSections.flatMap((section) =>
    section.topics.map((topic): PaletteEntry => ({
      key: `help-${topic}`,
      word: helpText[topic].title,
      kind: 'Help',
      at: 'search',
      run: () => {
        go(places.helpTopic(topic))
      },
    })),
  )
}
