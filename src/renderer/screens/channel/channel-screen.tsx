import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { Tabs, type TabEntry } from '../../parts/controls/tabs.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Skeleton } from '../../parts/feedback/skeleton.tsx'
import { Tag } from '../../parts/feedback/tag.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { counted } from '../common/counted.ts'
import { CHANNEL_TABS, places, useGo, type ChannelTab } from '../places.ts'
import { AccessTab } from './access-tab.tsx'
import { ActivityTab } from './activity-tab.tsx'
import { BackfillTab } from './backfill-tab.tsx'
import { ChannelHead } from './channel-head.tsx'
import { CoverageTab } from './coverage-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { SettingsTab } from './settings-tab.tsx'
import { useAccount } from './use-account.ts'

/** One account: its status and its six tabs. */
export function ChannelScreen(): ReactElement {
  const { accountId = '', tab = '' } = useParams({ strict: false })
  const go = useGo()
  const found = useAccount(accountId)
  if (found.kind === 'waiting')
    return (
      <Page>
        <Skeleton rows={6} label="The channel is loading" />
      </Page>
    )
  if (found.kind === 'gone') {
    return (
      <Page>
        <EmptyState
          title="No such channel"
          action={{
            word: 'Show all channels',
            onPress: () => {
              go(places.channels)
            },
          }}
        >
          It may have been opened from an old link.
        </EmptyState>
      </Page>
    )
  }
  const { account } = found
  const chosen = CHANNEL_TABS.find((one) => one === tab) ?? 'overview'
  const Panel = panels[chosen]
  return (
    <Page scroll={chosen === 'activity' ? 'own' : 'page'}>
      <ChannelHead account={account} tab={chosen} />
      <Tabs
        label={`Parts of ${account.name}`}
        tabs={tabsOf(account)}
        chosen={chosen}
        onChoose={(next) => {
          if (next !== chosen) go(places.channel(account.id, next))
        }}
      >
        <Panel account={account} />
      </Tabs>
    </Page>
  )
}

const panels: Readonly<Record<ChannelTab, (props: { readonly account: AccountView }) => ReactElement>> = {
  overview: OverviewTab,
  access: AccessTab,
  coverage: CoverageTab,
  backfill: BackfillTab,
  activity: ActivityTab,
  settings: SettingsTab,
}

const words: Readonly<Record<ChannelTab, string>> = {
  overview: 'Overview',
  access: 'Access',
  coverage: 'Coverage',
  backfill: 'Backfill',
  activity: 'Activity',
  settings: 'Settings',
}

function tabsOf(account: AccountView): TabEntry<ChannelTab>[] {
  return CHANNEL_TABS.map((key) => ({
    key,
    word: words[key],
    ...(key === 'coverage' && account.missingDays > 0
      ? { tag: <Tag tone="watch">{counted(account.missingDays, 'day', 'days')} open</Tag> }
      : {}),
  }))
}
