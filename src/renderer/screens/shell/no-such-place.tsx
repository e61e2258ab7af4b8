import type { ReactElement } from 'react'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { places, useGo } from '../places.ts'

/** An address that leads nowhere. */
export function NoSuchPlace(): ReactElement {
  const go = useGo()
  return (
    <Page>
      <EmptyState
        title="Nothing is at this address"
        action={{
          word: 'Show channels',
          onPress: () => {
            go(places.channels)
          },
        }}
      >
        It may have been opened from an old link.
      </EmptyState>
    </Page>
  )
}
