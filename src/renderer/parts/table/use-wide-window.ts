import { useSyncExternalStore } from 'react'

/** From this width tables draw 90 days of the line instead of 30. Source: the look, section 6. */
const WIDE = '(min-width: 1600px)'

/** True while the window is wide enough for 90 days per row. */
export function useWideWindow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => false,
  )
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(WIDE)
  query.addEventListener('change', changed)
  return () => {
    query.removeEventListener('change', changed)
  }
}
