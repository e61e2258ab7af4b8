import { Building2 } from 'lucide-react'
import { lazy, Suspense, type ReactElement } from 'react'
import { Select } from '../../parts/controls/select.tsx'
import { TopBar } from '../../parts/shell/top-bar.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { places, useGo, type ChannelTab, CHANNEL_TABS } from '../places.ts'

/** Its calendar is large and only reports need it. */
const ReportBar = lazy(async () => ({ default: (await import('../reports/report-bar.tsx')).ReportBar }))

/** The bar: scope everywhere, range and comparison on reports, Find or do. */
export function WindowBar({ pathname }: { readonly pathname: string }): ReactElement {
  const { view, world, app } = useWindowState()
  const host = valueOf(useReading(app))
  const isOverlay = host?.host === 'electron' && host.platform === 'win32'
  return (
    <TopBar
      onFind={() => {
        view.show({ kind: 'palette' })
      }}
      findShortcut={world.findShortcut}
      windowControls={isOverlay ? 'overlay' : 'none'}
    >
      {pathname.startsWith('/reports/') ? (
        <Suspense fallback={null}>
          <ReportBar pathname={pathname} />
        </Suspense>
      ) : (
        <AccountSwitch pathname={pathname} />
      )}
    </TopBar>
  )
}

/** All channels, or one account's page. */
function AccountSwitch({ pathname }: { readonly pathname: string }): ReactElement {
  const { channels } = useWindowState()
  const accounts = valueOf(useReading(channels))?.accounts ?? []
  const go = useGo()
  const [, screen, id = '', tab = ''] = pathname.split('/')
  const here = screen === 'channels' ? accounts.find((account) => account.id === id) : undefined
  const sameTab: ChannelTab = CHANNEL_TABS.find((one) => one === tab) ?? 'overview'
  const choose = (key: string): void => {
    const account = accounts.find((one) => one.id === key)
    go(account === undefined ? places.channels : places.channel(account.id, sameTab))
  }
  return (
    <Select
      label="Scope"
      icon={Building2}
      arrow="scope"
      chosen={here?.id ?? 'all'}
      onChoose={choose}
      choices={[{ key: 'all', word: 'All channels' }, ...accounts.map((account) => ({ key: account.id, word: account.name }))]}
    />
  )
}
