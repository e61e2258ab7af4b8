import { useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { moveRowFocus } from './move-row-focus.ts'

export interface RowFocus {
  readonly tabIndex: 0 | -1
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/**
 * Makes a grid one stop of the Tab key: entering it leads to the row that was left, arrows move by row, and Tab goes on into the row's
 * own controls. Rows carry `data-row` and `tabIndex={-1}`.
 */
export function useRowFocus(): RowFocus {
  const [isWithin, setWithin] = useState(false)
  const lastRow = useRef<HTMLElement | null>(null)
  return {
    tabIndex: isWithin ? -1 : 0,
    onFocus: (event) => {
      setWithin(true)
      if (event.target === event.currentTarget) rowToEnter(event.currentTarget, lastRow.current)?.focus()
      else lastRow.current = event.target.closest('[data-row]')
    },
    onBlur: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setWithin(false)
    },
    onKeyDown: moveRowFocus,
  }
}

function rowToEnter(grid: HTMLElement, last: HTMLElement | null): HTMLElement | null {
  return last !== null && grid.contains(last) ? last : grid.querySelector<HTMLElement>('[data-row]')
}
