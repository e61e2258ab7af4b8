import type { ReactElement } from 'react'
import { BackfillPage } from './backfill-page.tsx'
import { ChannelsPage } from './channels-page.tsx'
import { CoveragePage } from './coverage-page.tsx'
import { FormsPage } from './forms-page.tsx'
import { ReconnectPage } from './reconnect-page.tsx'
import { SalesPage } from './sales-page.tsx'
import { SheetPage } from './sheet-page.tsx'

const pages: Readonly<Record<string, () => ReactElement>> = {
  channels: ChannelsPage,
  sheet: SheetPage,
  sales: SalesPage,
  coverage: CoveragePage,
  reconnect: ReconnectPage,
  backfill: BackfillPage,
  forms: FormsPage,
}

/** One page of samples, chosen by `?page=`. */
export function Gallery({ page }: { readonly page: string }): ReactElement {
  const Page = pages[page] ?? ChannelsPage
  return <Page />
}
