import type { ReactElement, ReactNode } from 'react'
import { useStore } from 'zustand'
import type { AppView } from '../../../shared/contract/views/app.ts'
import type { ChannelsView } from '../../../shared/contract/views/channels.ts'
import { Banner, type BannerKind } from '../../parts/feedback/banner.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import type { LinkState } from '../../state/window-state.ts'
import { useWords, type Words } from '../common/words.ts'
import { places, useGo } from '../places.ts'

/** The worst whole-app fact; at most one. */
export function WindowBanner(): ReactElement | null {
  const { app, channels, link, view } = useWindowState()
  const fact = worstFact({
    app: valueOf(useReading(app)),
    channels: valueOf(useReading(channels)),
    link: useStore(link),
    words: useWords(),
  })
  const hidden = useStore(view.state, (state) => state.hiddenBanner)
  const go = useGo()
  if (fact === null || hidden === fact.kind) return null
  const { topic } = fact
  return (
    <div data-testid={testIds[fact.kind]}>
      <Banner
        kind={fact.kind}
        action={
          topic === undefined
            ? undefined
            : {
                word: topic.word,
                onPress: () => {
                  go(topic.place)
                },
              }
        }
        onDismiss={
          fact.kind === 'amazon-trouble'
            ? () => {
                view.hideBanner(fact.kind)
              }
            : undefined
        }
      >
        {fact.text}
      </Banner>
    </div>
  )
}

const testIds: Readonly<Record<BannerKind, string>> = {
  storage: 'storage-banner',
  'app-key-problem': 'publisher-banner',
  'no-protection': 'vault-banner',
  'amazon-trouble': 'amazon-banner',
  offline: 'offline-bar',
  demo: 'demo-banner',
}

interface Fact {
  readonly kind: BannerKind
  readonly text: ReactNode
  readonly topic?: { readonly word: string; readonly place: string }
}
interface Facts {
  readonly app: AppView | null
  readonly channels: ChannelsView | null
  readonly link: LinkState
  readonly words: Words
}

function worstFact(facts: Facts): Fact | null {
  return storageFact(facts) ?? offlineFact(facts) ?? troubleFact(facts) ?? keepingFact(facts)
}

function storageFact({ app }: Facts): Fact | null {
  if (app?.storage !== 'failing') return null
  return {
    kind: 'storage',
    text: `New days cannot be written to ${app.dataDirectory}. Free some space; nothing stored was changed, and syncing goes on by itself.`,
    topic: { word: 'What can cause this?', place: places.helpTopic('storage-problem') },
  }
}

function offlineFact({ app, channels, link, words }: Facts): Fact | null {
  const to = channels?.summary.dataTo ?? null
  const showing = to === null ? '' : `, showing data to ${words.day(to)}`
  if (link.kind === 'lost')
    return {
      kind: 'offline',
      text: `Lost connection to Springline${showing}. This page connects again by itself.`,
      topic: { word: 'What can cause this?', place: places.helpTopic('link-lost') },
    }
  if (app?.connectivity !== 'offline') return null
  const since = app.offlineSince === null ? '' : ` since ${words.moment(app.offlineSince)}`
  return { kind: 'offline', text: `Offline${since}${showing}. Syncing resumes by itself; reconnecting waits for the network.` }
}

function troubleFact({ channels }: Facts): Fact | null {
  const statuses = channels?.accounts.map((account) => account.status) ?? []
  if (statuses.includes('publisher-problem'))
    return {
      kind: 'app-key-problem',
      text: 'Amazon refuses the key of the app itself. Nobody needs to reconnect; reports and exports work meanwhile.',
      topic: { word: 'What to do meanwhile', place: places.helpTopic('publisher-problem') },
    }
  const troubled = statuses.filter((status) => status === 'amazon-trouble').length
  if (troubled === 0) return null
  return {
    kind: 'amazon-trouble',
    text: `Amazon has trouble: ${troubled} of ${statuses.length} accounts fail at once. Nobody needs to reconnect; syncing goes on by itself.`,
    topic: { word: 'Details', place: places.helpTopic('amazon-trouble') },
  }
}

function keepingFact({ app }: Facts): Fact | null {
  if (app === null) return null
  if (app.demo)
    return { kind: 'demo', text: 'Demo with made-up channels. Nothing is sent anywhere, and your own data stays in its own folder.' }
  if (app.vaultTier === 'memory')
    return {
      kind: 'no-protection',
      text: 'This computer offers no safe place for keys, so they are kept in memory only and end with Springline.',
      topic: { word: 'Settings', place: places.settings },
    }
  return null
}
