import { useSearch } from '@tanstack/react-router'
import { valueOf } from '../../state/reading.ts'
import { useNow, useReading, useWindowState } from '../../state/use-state.ts'
import type { ReportPlace } from '../places.ts'
import { readReportSearch } from './report-search.ts'
import { scopeOf, type ReportScope } from './report-scope.ts'

/** The scope of the report on screen: `waiting` until the channels are known, `none` where no channel fits. */
export function useReportScope(
  report: ReportPlace,
): { readonly kind: 'waiting' } | { readonly kind: 'none' } | { readonly kind: 'scope'; readonly scope: ReportScope } {
  const { channels } = useWindowState()
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const view = valueOf(useReading(channels))
  const now = useNow()
  if (view === null) return { kind: 'waiting' }
  const scope = scopeOf(report, readReportSearch(search), view, now)
  return scope === null ? { kind: 'none' } : { kind: 'scope', scope }
}
