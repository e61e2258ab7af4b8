import { useEffect, type ReactElement } from 'react'
import { Skeleton } from '../../parts/feedback/skeleton.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { places, useGo } from '../places.ts'

/** Where the window opens: Welcome before the first account, Channels afterwards. */
export function StartScreen(): ReactElement {
  const { channels } = useWindowState()
  const reading = useReading(channels)
  const go = useGo()
  const place = reading.kind === 'shown' && reading.value.accounts.length === 0 ? places.welcome : places.channels
  const isKnown = reading.kind !== 'waiting'
  useEffect(() => {
    if (isKnown) go(place, 'replace')
  })
  return (
    <Page>
      <Skeleton rows={6} label="Springline is opening" />
    </Page>
  )
}
