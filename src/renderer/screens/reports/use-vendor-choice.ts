import { useSearch } from '@tanstack/react-router'
import { readReportSearch } from './report-search.ts'
import type { VendorPart, VendorView } from '../places.ts'

/** Which figures the address asks for; sales of the manufacturing view where it says nothing. */
export function useVendorChoice(): { readonly part: VendorPart; readonly view: VendorView } {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const { part = 'sales', view = 'manufacturing' } = readReportSearch(search)
  return { part, view }
}
