import { createHashHistory, createRootRoute, createRoute, createRouter, type AnyRouter } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { ChannelScreen } from './channel/channel-screen.tsx'
import { ChannelsScreen } from './channels/channels-screen.tsx'
import { HelpScreen, HelpTopicScreen } from './help/help-screen.tsx'
import { NoticesScreen } from './notices/notices-screen.tsx'
import { AdvertisingScreen } from './reports/advertising-screen.tsx'
import { ProductsScreen } from './reports/products-screen.tsx'
import { ProfitScreen } from './reports/profit-screen.tsx'
import { readReportSearch } from './reports/report-search.ts'
import { SalesScreen } from './reports/sales-screen.tsx'
import { VendorScreen } from './reports/vendor-screen.tsx'
import { SettingsScreen } from './settings/settings-screen.tsx'
import { NoSuchPlace } from './shell/no-such-place.tsx'
import { ScreenTrouble } from './shell/screen-trouble.tsx'
import { StartScreen } from './shell/start-screen.tsx'
import { WindowShell } from './shell/window-shell.tsx'
import { WelcomeScreen } from './welcome/welcome-screen.tsx'

const root = createRootRoute({ component: WindowShell, notFoundComponent: NoSuchPlace })
const at = <Path extends string>(path: Path, component: () => ReactElement) => createRoute({ getParentRoute: () => root, path, component })
const report = <Path extends string>(path: Path, component: () => ReactElement) =>
  createRoute({ getParentRoute: () => root, path, component, validateSearch: readReportSearch })

const routes = root.addChildren([
  at('/', StartScreen),
  at('/welcome', WelcomeScreen),
  at('/channels', ChannelsScreen),
  at('/channels/$accountId', ChannelScreen),
  at('/channels/$accountId/$tab', ChannelScreen),
  report('/reports/sales', SalesScreen),
  report('/reports/profit', ProfitScreen),
  report('/reports/advertising', AdvertisingScreen),
  report('/reports/products', ProductsScreen),
  report('/reports/vendor', VendorScreen),
  at('/notices', NoticesScreen),
  at('/settings', SettingsScreen),
  at('/settings/channels', ChannelsScreen),
  at('/help', HelpScreen),
  at('/help/$topic', HelpTopicScreen),
])

/** The window's routes; addresses live behind the hash, because both hosts serve one page. */
export function createWindowRouter(): AnyRouter {
  return createRouter({ routeTree: routes, history: createHashHistory(), defaultErrorComponent: ScreenTrouble })
}
