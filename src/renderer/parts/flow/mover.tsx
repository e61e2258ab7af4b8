import { GripVertical } from 'lucide-react'
import { useEffect, useRef, useState, type ReactElement } from 'react'

export interface MoverProps {
  /** What is moved, for the accessible name. */
  readonly what: string
  /** Told once per place; the caller reorders. */
  readonly onMove: (step: -1 | 1) => void
}

/** Pixels of drag that mean one place: the height of a backfill row. */
const PLACE = 50

/** Drag handle: pulled by the pointer, or moved with the arrow keys. */
export function Mover({ what, onMove }: MoverProps): ReactElement {
  const [isHeld, setHeld] = useState(false)
  const from = useRef(0)
  useEffect(() => {
    if (!isHeld) return undefined
    // The row itself moves in the document while it is dragged, so the window is listened to, not the handle.
    const follow = (event: PointerEvent): void => {
      const step = stepOf(event.clientY - from.current)
      if (step === 0) return
      from.current += step * PLACE
      onMove(step)
    }
    const release = (): void => {
      setHeld(false)
    }
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', release)
    window.addEventListener('pointercancel', release)
    return () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', release)
      window.removeEventListener('pointercancel', release)
    }
  }, [isHeld, onMove])
  return (
    <button
      type="button"
      aria-label={`Move ${what}. Arrow up or down`}
      title="Drag, or use arrow up and down"
      className="ring-inside flex size-6 cursor-grab touch-none items-center justify-center rounded-control text-ink-3 hover:bg-hover"
      onPointerDown={(event) => {
        from.current = event.clientY
        setHeld(true)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        onMove(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <GripVertical aria-hidden size={16} strokeWidth={1.9} />
    </button>
  )
}

function stepOf(distance: number): -1 | 0 | 1 {
  if (Math.abs(distance) < PLACE * 0.6) return 0
  return distance > 0 ? 1 : -1
}
