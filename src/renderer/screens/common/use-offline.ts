import { useStore } from 'zustand'
import { useReading, useWindowState } from '../../state/use-state.ts'

/** True while nothing outside this computer can be reached: Amazon is out of reach, or Springline itself is. */
export function useIsOffline(): boolean {
  const { app, link } = useWindowState()
  const reading = useReading(app)
  const linkState = useStore(link)
  return linkState.kind === 'lost' || (reading.kind === 'shown' && reading.value.connectivity === 'offline')
}
