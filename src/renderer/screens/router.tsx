import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type AnyRouter,
  type RouteComponent,
} from '@tanstack/react-router'
import { ChannelsScreen } from './channels/channels-screen.tsx'
import { readReportSearch } from './reports/report-search.ts'
import { NoSuchPlace } from './shell/no-such-place.tsx'
import { ScreenTrouble } from './shell/screen-trouble.tsx'
import { StartScreen } from './shell/start-screen.tsx'
import { WindowShell } from './shell/window-shell.tsx'

/** Screens that the first one does not need arrive with their first visit. */
const Channel = lazyRouteComponent(() => import('./channel/channel-screen.tsx'), 'ChannelScreen')
const Diagnose = lazyRouteComponent(() => import('./diagnose/diagnose-screen.tsx'), 'DiagnoseScreen')
const Help = lazyRouteComponent(() => import('./help/help-screen.tsx'), 'HelpScreen')
const HelpTopic = lazyRouteComponent(() => import('./help/help-screen.tsx'), 'HelpTopicScreen')
const Notices = lazyRouteComponent(() => import('./notices/notices-screen.tsx'), 'NoticesScreen')
const Settings = lazyRouteComponent(() => import('./settings/settings-screen.tsx'), 'SettingsScreen')
const Welcome = lazyRouteComponent(() => import('./welcome/welcome-screen.tsx'), 'WelcomeScreen')
const Sales = lazyRouteComponent(() => import('./reports/sales-screen.tsx'), 'SalesScreen')
const Profit = lazyRouteComponent(() => import('./reports/profit-screen.tsx'), 'ProfitScreen')
const Advertising = lazyRouteComponent(() => import('./reports/advertising-screen.tsx'), 'AdvertisingScreen')
const Products = lazyRouteComponent(() => import('./reports/products-screen.tsx'), 'ProductsScreen')
const Vendor = lazyRouteComponent(() => import('./reports/vendor-screen.tsx'), 'VendorScreen')

const root = createRootRoute({ component: WindowShell, notFoundComponent: NoSuchPlace })
const at = <Path extends string>(path: Path, component: RouteComponent) => createRoute({ getParentRoute: () => root, path, component })
const report = <Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component, validateSearch: readReportSearch })

const routes = root.addChildren([
  at('/', StartScreen),
  at('/welcome', Welcome),
  at('/channels', ChannelsScreen),
  at('/channels/$accountId', Channel),
  at('/channels/$accountId/diagnose', Diagnose),
  at('/channels/$accountId/$tab', Channel),
  report('/reports/sales', Sales),
  report('/reports/profit', Profit),
  report('/reports/advertising', Advertising),
  report('/reports/products', Products),
  report('/reports/vendor', Vendor),
  at('/notices', Notices),
  at('/settings', Settings),
  at('/settings/channels', ChannelsScreen),
  at('/help', Help),
  at('/help/$topic', HelpTopic),
])

/** The window's routes; addresses live behind the hash, because both hosts serve one page. */
export function createWindowRouter(): AnyRouter {
  return createRouter({ routeTree: routes, history: createHashHistory(), defaultErrorComponent: ScreenTrouble })
}
