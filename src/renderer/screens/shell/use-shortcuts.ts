import { useEffect } from 'react'
import { useWindowState } from '../../state/use-state.ts'
import { places, useGo } from '../places.ts'

/** Ctrl or ⌘ with K finds, `?` opens the help, `/` goes to the filter of the page. */
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
      if (event.key === '?') go(places.help)
      if (event.key === '/') focusFilter(event)
    }
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('keydown', pressed)
    }
  })
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
