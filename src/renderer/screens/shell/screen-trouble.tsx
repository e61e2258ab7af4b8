import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { failureText } from '../../text/failure-text.ts'

/** A screen that failed to draw; the others and everything stored are untouched. */
export function ScreenTrouble({ reset }: ErrorComponentProps): ReactElement {
  return (
    <Page>
      <EmptyState title="This page could not be drawn" action={{ word: 'Try again', onPress: reset }}>
        {failureText.internal.next}
      </EmptyState>
    </Page>
  )
}
