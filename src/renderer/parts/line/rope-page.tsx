import type { ReactElement } from 'react'
import { cx } from '../cx.ts'
import type { DayState } from '../../../shared/domain/coverage.ts'
import { ropeName } from './rope-row.tsx'
import { Strand } from './strand.tsx'

export interface RopePageLine {
  readonly key: string
  readonly name: string
  /** Oldest day first; every line covers the same days. */
  readonly states: readonly DayState[]
  /** "to 2 Sep". */
  readonly reach: string
  /** `late` writes the reach in the watch ink. */
  readonly tone: 'fine' | 'late'
}

export interface RopePageMonth {
  readonly name: string
  /** Index of its first day among the days drawn. */
  readonly at: number
}

export interface RopePageProps {
  readonly lines: readonly RopePageLine[]
  readonly months: readonly RopePageMonth[]
  readonly days: number
  /** Pixels per day; 10 where 76 days fit, less for longer stretches. */
  readonly pitch?: number | undefined
  /** Pixels the names may take. */
  readonly nameWidth?: number | undefined
}

const BAND = 10
const ROW = 23

/** One line per dataset over the same days: names left, months above, "to 14 Sep" right. */
export function RopePage({ lines, months, days, pitch = 10, nameWidth = 148 }: RopePageProps): ReactElement {
  const width = days * pitch
  return (
    <div className="grid items-center gap-x-4" style={{ gridTemplateColumns: `${nameWidth}px ${width}px auto` }}>
      <span />
      <svg aria-hidden width={width} height={20} className="block overflow-visible">
        {months.map((month) => (
          <text key={month.at} x={month.at * pitch} y={13} className="fill-ink-3 text-micro font-medium">
            {month.name}
          </text>
        ))}
      </svg>
      <span />
      {lines.map((line) => (
        <PageLine key={line.key} line={line} pitch={pitch} width={width} />
      ))}
    </div>
  )
}

function PageLine({ line, pitch, width }: { readonly line: RopePageLine; readonly pitch: number; readonly width: number }): ReactElement {
  return (
    <>
      <span className="truncate text-body font-medium text-ink">{line.name}</span>
      <svg
        role="img"
        aria-label={ropeName([line], line.states.length)}
        width={width}
        height={ROW}
        viewBox={`0 0 ${width} ${ROW}`}
        className="block"
      >
        <Strand states={line.states} pitch={pitch} band={BAND} y={(ROW - BAND) / 2} />
      </svg>
      <span className={cx('figures whitespace-nowrap text-small', line.tone === 'late' ? 'font-semibold text-watch-ink' : 'text-ink-2')}>
        {line.reach}
      </span>
    </>
  )
}
