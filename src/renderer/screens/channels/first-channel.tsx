import type { ReactElement } from 'react'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { RopeDrawing } from '../../parts/feedback/rope-drawing.tsx'
import { useWindowState } from '../../state/use-state.ts'

/** Before the first account. */
export function FirstChannel(): ReactElement {
  const { view } = useWindowState()
  return (
    <EmptyState
      drawing={<RopeDrawing />}
      title="No channel yet"
      action={{
        word: 'Connect Amazon',
        tone: 'primary',
        onPress: () => {
          view.show({ kind: 'add-channel' })
        },
      }}
    >
      Connect a seller, vendor or advertising account. Have a sign-in ready that may authorize apps.
    </EmptyState>
  )
}
