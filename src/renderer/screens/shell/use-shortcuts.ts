import { useEffect } from 'react'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { useWindowState } from '../../state/use-state.ts'
import { places, useGo } from '../places.ts'

/** Ctrl or ⌘ with K finds, `?` opens the help, `/` goes to the filter of the page, D diagnoses the channel that is open. */
export function useShortcuts(): void {
  const { view } = useWindowState()
  const go = useGo()
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        view.show({ kind: 'palette' })
        return
      }
      if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const place = placeOfKey(event.key)
      if (place !== null) go(place)
      if (event.key === '/') focusFilter(event)
    }
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('keydown', pressed)
    }
  })
}

function placeOfKey(key: string): string | null {
  if (key === '?') return places.help
  const open = /^#\/channels\/([\w-]{1,64})/.exec(window.location.hash)?.[1]
  return key === 'd' && open !== undefined ? places.diagnose(open as AccountId) : null
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
}

function focusFilter(event: KeyboardEvent): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]')
  if (field === null) return
  event.preventDefault()
  field.focus()
}
