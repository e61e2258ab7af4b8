import type { ReactElement, ReactNode } from 'react'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { reportText } from '../../text/report-text.ts'
import type { ReportScope } from './report-scope.ts'
import { VendorChoices } from './vendor-choices.tsx'

/** A part of the vendor report that is no daily figures: the same head, a body of its own. */
export function VendorPage({ scope, children }: { readonly scope: ReportScope; readonly children: ReactNode }): ReactElement {
  return (
    <Page scroll="own">
      <PageHead
        title={reportText.vendor.title}
        aside={`${scope.account.name}, ${scope.channel.country}`}
        actions={<VendorChoices scope={scope} />}
      />
      {children}
    </Page>
  )
}
