import type { ReactElement } from 'react'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Skeleton } from '../../parts/feedback/skeleton.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { reportText } from '../../text/report-text.ts'
import type { ReportPlace } from '../places.ts'
import type { ReportScope } from './report-scope.ts'
import { useReportScope } from './use-report-scope.ts'

export interface ReportScreenProps {
  readonly name: ReportPlace
  readonly children: (scope: ReportScope) => ReactElement
}

/** The frame of every report: waits for the channels, says so where none fits. */
export function ReportScreen({ name, children }: ReportScreenProps): ReactElement {
  const { view } = useWindowState()
  const found = useReportScope(name)
  const text = reportText[name]
  if (found.kind === 'waiting')
    return (
      <Page>
        <Skeleton rows={8} label={`${text.title} is loading`} />
      </Page>
    )
  if (found.kind === 'none') {
    return (
      <Page>
        <PageHead title={text.title} />
        <EmptyState
          title="No channel for this report"
          action={{
            word: text.action,
            onPress: () => {
              view.show({ kind: 'add-channel' })
            },
          }}
        >
          {text.none}
        </EmptyState>
      </Page>
    )
  }
  return children(found.scope)
}
