import { useEffect } from 'react'
import { useWindowState } from '../../state/use-state.ts'
import type { Navigation } from '../../state/window-state.ts'
import { places, useGo } from '../places.ts'

/** Follows clicks on notices and the tray. */
export function useNavigation(): void {
  const state = useWindowState()
  const go = useGo()
  useEffect(() =>
    state.onNavigate((place) => {
      go(placeOf(place))
    }),
  )
}

export function placeOf({ screen, accountId }: Navigation): string {
  if (screen === 'channel') return accountId === null ? places.channels : places.channel(accountId)
  return places[screen]
}
