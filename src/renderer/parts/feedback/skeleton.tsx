import { useEffect, useState, type ReactElement } from 'react'

export interface SkeletonProps {
  /** Rows drawn. */
  readonly rows: number
  /** Said to assistive technology: "Channels are loading". */
  readonly label: string
}

/** Nothing is drawn before this, so a fast answer never flickers. Source: the look, section 10. */
const QUIET_MS = 300

/** Row-shaped grounds while the first answer is awaited. Old figures are kept instead wherever there are any. */
export function Skeleton({ rows, label }: SkeletonProps): ReactElement {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setShown(true)
    }, QUIET_MS)
    return () => {
      window.clearTimeout(timer)
    }
  }, [])
  return (
    <div role="status" aria-label={label} className="min-h-9">
      {isShown ? Array.from({ length: rows }, (_, row) => <Bar key={row} />) : null}
    </div>
  )
}

function Bar(): ReactElement {
  return (
    <div className="flex h-9 items-center gap-10 border-b border-line">
      <span className="waiting-ground h-3 w-48 rounded-mark bg-sunken" />
      <span className="waiting-ground h-3 w-24 rounded-mark bg-sunken" />
      <span className="waiting-ground h-3 flex-1 rounded-mark bg-sunken" />
    </div>
  )
}
