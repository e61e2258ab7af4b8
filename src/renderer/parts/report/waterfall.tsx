import type { ReactElement } from 'react'
import { cx } from '../cx.ts'

export interface WaterfallRow {
  readonly key: string
  readonly label: string
  /** Signed amount in minor units; null is unknown. */
  readonly value: number | null
  /** Formatted amount. */
  readonly text: string
  /** `total` starts from zero again; `step` moves from where the row above ended; `part` explains the step above it. */
  readonly kind: 'total' | 'step' | 'part'
  /** Share of sales, formatted. */
  readonly share?: string | undefined
}

export interface WaterfallProps {
  readonly label: string
  readonly rows: readonly WaterfallRow[]
}

interface Bar {
  readonly from: number
  readonly to: number
}

/** From sales to what is left: one bar per row, each beginning where the one above ended. Ink, not red: a fee is no alarm. */
export function Waterfall({ label, rows }: WaterfallProps): ReactElement {
  const bars = waterfallBars(rows)
  const low = Math.min(0, ...bars.flatMap((bar) => [bar.from, bar.to]))
  const high = Math.max(0, ...bars.flatMap((bar) => [bar.from, bar.to]))
  const span = high - low || 1
  const place = (value: number): number => ((value - low) / span) * 100
  return (
    <div role="table" aria-label={label} className="flex flex-col">
      {rows.map((row, at) => (
        <div
          role="row"
          key={row.key}
          className={cx(
            'grid min-h-(--report-row) grid-cols-[minmax(150px,220px)_minmax(120px,1fr)_110px_64px] items-center gap-4 border-b border-line',
            row.kind === 'total' && 'bg-canvas',
          )}
        >
          <span
            role="rowheader"
            className={cx(
              'truncate',
              row.kind === 'total' && 'pl-2.5 font-semibold',
              row.kind === 'step' && 'pl-2.5',
              row.kind === 'part' ? 'pl-7 text-small text-ink-2' : 'text-ink',
            )}
          >
            {row.label}
          </span>
          <span role="cell" aria-hidden className="relative block h-3.5">
            <WaterfallBar bar={row.value === null ? null : (bars[at] ?? null)} kind={row.kind} place={place} />
          </span>
          <span
            role="cell"
            className={cx(
              'figures text-right',
              row.kind === 'total' ? 'font-semibold text-ink' : 'text-ink',
              row.kind === 'part' && 'text-small',
            )}
          >
            {row.text}
          </span>
          <span role="cell" className="figures pr-2.5 text-right text-small text-ink-3">
            {row.share}
          </span>
        </div>
      ))}
    </div>
  )
}

function WaterfallBar({
  bar,
  kind,
  place,
}: {
  readonly bar: Bar | null
  readonly kind: WaterfallRow['kind']
  readonly place: (value: number) => number
}): ReactElement {
  const left = bar === null ? 0 : place(Math.min(bar.from, bar.to))
  const width = bar === null ? 0 : Math.max(place(Math.max(bar.from, bar.to)) - left, 0.3)
  const tone = kind === 'total' ? 'fill-rope' : 'fill-rope-light'
  return (
    <svg aria-hidden width="100%" height={14} className="block">
      {width === 0 ? null : (
        <rect x={`${left}%`} width={`${width}%`} y={kind === 'part' ? 4 : 1} height={kind === 'part' ? 6 : 12} rx="1.5" className={tone} />
      )}
      <line x1={`${place(0)}%`} x2={`${place(0)}%`} y1="0" y2="14" className="stroke-line-strong" />
    </svg>
  )
}

/** Where each bar begins and ends. Parts lie inside the step above them; unknown amounts have no length. */
export function waterfallBars(rows: readonly WaterfallRow[]): Bar[] {
  let level = 0
  let partFrom = 0
  return rows.map(({ kind, value }) => {
    const amount = value ?? 0
    if (kind === 'total') {
      level = amount
      return { from: 0, to: amount }
    }
    if (kind === 'part') {
      const from = partFrom
      partFrom += amount
      return { from, to: partFrom }
    }
    const from = level
    level += amount
    partFrom = from
    return { from, to: level }
  })
}
