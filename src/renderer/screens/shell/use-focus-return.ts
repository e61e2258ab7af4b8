import { useEffect, useRef } from 'react'
import { useAttemptFlow, useOpenDialog } from '../../state/use-state.ts'

/** Places that float over the page and vanish again; focus never returns into one. */
const FLOATING = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"], [data-testid="underlay"]'

/** After the last dialog has closed, focus returns to what opened it, or to the page where that is gone. */
export function useFocusReturn(): void {
  const opener = useRef<HTMLElement | null>(null)
  const flow = useAttemptFlow()
  const dialog = useOpenDialog()
  const isOpen = flow.kind !== 'closed' || dialog.kind !== 'none'
  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement && event.target.closest(FLOATING) === null) opener.current = event.target
    }
    document.addEventListener('focusin', remember)
    return () => {
      document.removeEventListener('focusin', remember)
    }
  }, [])
  useEffect(() => {
    if (!isOpen) return
    return () => {
      window.setTimeout(() => {
        returnFocus(opener.current)
      }, LEAVING_MS)
    }
  }, [isOpen])
}

/** A dialog takes this long to leave; until then the page behind it cannot take the focus. */
const LEAVING_MS = 160

function returnFocus(opener: HTMLElement | null): void {
  const holds = document.activeElement !== null && document.activeElement !== document.body
  if (holds) return
  const goal = opener?.isConnected === true ? opener : document.getElementById('page')
  goal?.focus()
}
