import { useEffect } from 'react'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { valueOf } from '../../state/reading.ts'

/** Puts theme and density of the settings on the page; the system decides until they are known. */
export function useLook(): void {
  const { settings } = useWindowState()
  const value = valueOf(useReading(settings))
  const theme = value?.theme ?? 'system'
  const density = value?.density ?? 'regular'
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
    root.dataset['density'] = density
  }, [theme, density])
}
