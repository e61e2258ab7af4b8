import {
  Building2,
  Cable,
  CalendarDays,
  ChartLine,
  History,
  Inbox,
  List,
  Megaphone,
  Package,
  Scale,
  Settings2,
  Warehouse,
} from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Select } from '../parts/controls/select.tsx'
import { AppShell } from '../parts/shell/app-shell.tsx'
import { Sidebar, type SidebarSection } from '../parts/shell/sidebar.tsx'
import { StatusLine } from '../parts/shell/status-line.tsx'
import { TopBar } from '../parts/shell/top-bar.tsx'

const sections: readonly SidebarSection[] = [
  {
    key: 'now',
    entries: [
      { key: 'today', word: 'Today', icon: Inbox, href: '#today', count: { of: 2, tone: 'needs-you' } },
      { key: 'channels', word: 'Channels', icon: Cable, href: '#channels' },
      { key: 'coverage', word: 'Coverage', icon: CalendarDays, href: '#coverage' },
    ],
  },
  {
    key: 'reports',
    label: 'Reports',
    entries: [
      { key: 'sales', word: 'Sales', icon: ChartLine, href: '#sales' },
      { key: 'profit', word: 'Profit & loss', icon: Scale, href: '#profit' },
      { key: 'advertising', word: 'Advertising', icon: Megaphone, href: '#advertising' },
      { key: 'products', word: 'Products', icon: Package, href: '#products' },
      { key: 'vendor', word: 'Vendor', icon: Warehouse, href: '#vendor' },
    ],
  },
  {
    key: 'past',
    entries: [
      { key: 'changes', word: 'Changes', icon: History, href: '#changes', count: { of: 14, tone: 'plain' } },
      { key: 'activity', word: 'Activity', icon: List, href: '#activity' },
    ],
  },
]

const nothing = (): void => undefined

/** The window around a sample page. */
export function SampleShell({
  chosen,
  controls,
  banner,
  children,
}: {
  readonly chosen: string
  readonly controls?: ReactNode
  readonly banner?: ReactNode
  readonly children: ReactNode
}): ReactElement {
  return (
    <AppShell
      sidebar={
        <Sidebar
          sections={sections}
          foot={{ key: 'settings', word: 'Settings', icon: Settings2, href: '#settings' }}
          chosen={chosen}
          head="mark"
        />
      }
      bar={
        <TopBar onFind={nothing} findShortcut="Ctrl K" windowControls="overlay">
          <Select
            label="Scope"
            icon={Building2}
            arrow="scope"
            chosen="all"
            onChoose={nothing}
            choices={[
              { key: 'all', word: 'All channels' },
              { key: 'acme', word: 'Acme' },
            ]}
          />
          {controls}
        </TopBar>
      }
      banner={banner}
      statusLine={
        <StatusLine
          connectivity={{ kind: 'online' }}
          reachedDay="14 Sep"
          furthestBehind="Bike & Co US ads, 15 Jul"
          syncing={2}
          nextRun="14:20"
          onHelp={nothing}
        />
      }
    >
      {children}
    </AppShell>
  )
}
