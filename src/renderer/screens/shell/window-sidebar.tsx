import { Bell, Cable, ChartLine, CircleHelp, Megaphone, Package, Scale, Settings2, Warehouse } from 'lucide-react'
import type { ReactElement } from 'react'
import { Sidebar, type SidebarEntry, type SidebarSection } from '../../parts/shell/sidebar.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { href, places, REPORT_NAMES, type ReportPlace } from '../places.ts'

const reports: Readonly<Record<ReportPlace, Pick<SidebarEntry, 'word' | 'icon'>>> = {
  sales: { word: 'Sales', icon: ChartLine },
  profit: { word: 'Profit & loss', icon: Scale },
  advertising: { word: 'Advertising', icon: Megaphone },
  products: { word: 'Products', icon: Package },
  vendor: { word: 'Vendor', icon: Warehouse },
}

/** Sections of the app; Channels counts the accounts that need somebody. */
export function WindowSidebar({ pathname }: { readonly pathname: string }): ReactElement {
  const { channels, notices, app } = useWindowState()
  const needYou = valueOf(useReading(channels))?.summary.needYou ?? 0
  const unseen = valueOf(useReading(notices))?.notices.filter((notice) => notice.seenAt === null && notice.withdrawnAt === null).length ?? 0
  const host = valueOf(useReading(app))
  const sections: readonly SidebarSection[] = [
    {
      key: 'now',
      entries: [
        { key: 'channels', word: 'Channels', icon: Cable, href: href(places.channels), count: { of: needYou, tone: 'needs-you' } },
        { key: 'notices', word: 'Notices', icon: Bell, href: href(places.notices), count: { of: unseen, tone: 'plain' } },
      ],
    },
    {
      key: 'reports',
      label: 'Reports',
      entries: REPORT_NAMES.map((name) => ({ key: name, href: href(places.report(name)), ...reports[name] })),
    },
    { key: 'help', entries: [{ key: 'help', word: 'Help', icon: CircleHelp, href: href(places.help) }] },
  ]
  const isMac = host?.host === 'electron' && host.platform === 'darwin'
  return (
    <Sidebar
      sections={sections}
      foot={{ key: 'settings', word: 'Settings', icon: Settings2, href: href(places.settings) }}
      chosen={chosenIn(pathname)}
      head={isMac ? 'traffic-lights' : 'mark'}
    />
  )
}

/** "/reports/sales" is Sales, "/settings/channels" is Channels. */
function chosenIn(pathname: string): string {
  const [, first = '', second = ''] = pathname.split('/')
  if (first === 'reports') return second
  return first === 'settings' && second === 'channels' ? 'channels' : first
}
