import { CircleHelp, RefreshCw } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'

export interface StatusLineProps {
  /** `offline` says since which moment the figures stand: "14 Sep 18:05". */
  readonly connectivity: { readonly kind: 'online' } | { readonly kind: 'offline'; readonly showing: string }
  /** The day most channels have reached, or undefined before the first sync. */
  readonly reachedDay: string | undefined
  /** "Bike & Co US ads, 15 Jul"; absent where all stand equal. */
  readonly furthestBehind?: string | undefined
  readonly syncing: number
  /** Local time of the next run, "14:20". */
  readonly nextRun?: string | undefined
  readonly onHelp: () => void
}

/** The one line under everything. It never scrolls and never blinks. */
export function StatusLine({ connectivity, reachedDay, furthestBehind, syncing, nextRun, onHelp }: StatusLineProps): ReactElement {
  return (
    <div className="figures flex h-7 items-center gap-5 overflow-hidden border-t border-line bg-canvas px-3.5 text-small whitespace-nowrap text-ink-2">
      <span role="status" className="flex items-center gap-1.5">
        <Dot filled={connectivity.kind === 'online'} />
        {connectivity.kind === 'online' ? 'Online' : `Offline, showing data to ${connectivity.showing}`}
      </span>
      {reachedDay === undefined || connectivity.kind === 'offline' ? null : (
        <span>
          Data to <b className="ml-0.5 text-ink">{reachedDay}</b>
        </span>
      )}
      {furthestBehind === undefined ? null : <span className="truncate text-ink-3">furthest behind: {furthestBehind}</span>}
      <span className="ml-auto flex items-center gap-5">
        {syncing === 0 ? null : (
          <span className="flex items-center gap-1.5">
            <RefreshCw aria-hidden size={12} strokeWidth={2.1} />
            Syncing {syncing}
          </span>
        )}
        {nextRun === undefined ? null : <span>Next run {nextRun}</span>}
        <Button onPress={onHelp} className="ring-inside flex h-6 items-center gap-1 rounded-control px-1.5 data-hovered:bg-hover">
          <CircleHelp aria-hidden size={12} strokeWidth={2.1} />
          Help
        </Button>
      </span>
    </div>
  )
}

function Dot({ filled }: { readonly filled: boolean }): ReactElement {
  return (
    <svg aria-hidden viewBox="0 0 8 8" width={8} height={8} className={filled ? 'text-hold' : 'text-ink-3'}>
      <circle
        cx="4"
        cy="4"
        r={filled ? 4 : 3.2}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={filled ? 0 : 1.4}
      />
    </svg>
  )
}
