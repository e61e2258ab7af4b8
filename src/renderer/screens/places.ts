import { useRouter } from '@tanstack/react-router'
import type { AccountId, ChannelId } from '../../shared/domain/ids.ts'

export const CHANNEL_TABS = ['overview', 'access', 'coverage', 'backfill', 'activity', 'settings'] as const
export type ChannelTab = (typeof CHANNEL_TABS)[number]

export const REPORT_NAMES = ['sales', 'profit', 'advertising', 'products', 'vendor'] as const
export type ReportPlace = (typeof REPORT_NAMES)[number]

export const COMPARISONS = ['none', 'previous', 'year'] as const
export type Comparison = (typeof COMPARISONS)[number]

export const VENDOR_PARTS = ['sales', 'stock', 'traffic', 'netPpm', 'forecast', 'orders'] as const
export type VendorPart = (typeof VENDOR_PARTS)[number]
export const VENDOR_VIEWS = ['manufacturing', 'sourcing'] as const
export type VendorView = (typeof VENDOR_VIEWS)[number]

/** What a report's address says; anything missing or wrong is chosen by the screen. */
export interface ReportSearch {
  readonly channel?: ChannelId | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly compare?: Comparison | undefined
  /** Of the vendor report alone. */
  readonly part?: VendorPart | undefined
  readonly view?: VendorView | undefined
}

/** Addresses inside the window, as the router writes them. */
export const places = {
  channels: '/channels',
  channel: (accountId: AccountId, tab: ChannelTab = 'overview') => `/channels/${accountId}/${tab}`,
  diagnose: (accountId: AccountId) => `/channels/${accountId}/diagnose`,
  report: (name: ReportPlace, search: ReportSearch = {}) => `/reports/${name}${searchText(search)}`,
  notices: '/notices',
  settings: '/settings',
  settingsChannels: '/settings/channels',
  help: '/help',
  helpTopic: (topic: string) => `/help/${topic}`,
  welcome: '/welcome',
} as const

/** The same address for an anchor. */
export function href(place: string): string {
  return `#${place}`
}

/** Goes to a place; `replace` leaves no step to go back to. */
export function useGo(): (place: string, step?: 'push' | 'replace') => void {
  const router = useRouter()
  return (place, step = 'push') => {
    if (step === 'push') router.history.push(place)
    else router.history.replace(place)
  }
}

function searchText(search: ReportSearch): string {
  const parts = Object.entries(search)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${String(value)}`)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}
