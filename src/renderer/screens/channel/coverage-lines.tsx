import type { ReactElement } from 'react'
import type { CoverageView } from '../../../shared/contract/views/channel-detail.ts'
import { addDays, parseDay } from '../../../shared/domain/day.ts'
import { shortMonthText } from '../../format/day.ts'
import { RopePage, type RopePageLine, type RopePageMonth } from '../../parts/line/rope-page.tsx'
import { useWidth } from '../../parts/use-width.ts'
import type { Words } from '../common/words.ts'

/** Room for the reach at the right and the gaps. */
const BESIDE = 142
/** Room for the names at the left: their usual width per sign, within limits. */
const NAME_PX = 7.8
const LEAST_NAME = 148
const MOST_NAME = 220
const WIDEST_PITCH = 19

export interface CoverageLinesProps {
  readonly view: CoverageView
  readonly words: Words
}

/** One line per dataset over the same days; one that misses days and is behind the farthest says so. */
export function CoverageLines({ view, words }: CoverageLinesProps): ReactElement {
  const [width, measure] = useWidth(1032)
  const nameWidth = roomForNames(view.datasets.map((one) => one.title))
  const days = Math.max(1, ...view.datasets.map((one) => one.days.length))
  const farthest =
    view.datasets
      .map((one) => one.freshTo ?? '')
      .sort()
      .at(-1) ?? ''
  const lines = view.datasets.map((one): RopePageLine => ({
    key: one.dataset,
    name: one.title,
    states: one.days,
    reach: one.freshTo === null ? 'nothing yet' : `to ${words.day(one.freshTo)}`,
    tone: one.days.includes('missing-fetchable') && (one.freshTo ?? '') < farthest ? 'late' : 'fine',
  }))
  return (
    <div ref={measure} className="w-full overflow-x-auto pb-3">
      <RopePage
        lines={lines}
        months={monthsIn(view.from, days, words.locale)}
        days={days}
        nameWidth={nameWidth}
        pitch={Math.max(4, Math.min(WIDEST_PITCH, (width - BESIDE - nameWidth) / days))}
      />
    </div>
  )
}

function roomForNames(names: readonly string[]): number {
  const longest = Math.max(0, ...names.map((name) => name.length))
  return Math.min(MOST_NAME, Math.max(LEAST_NAME, Math.ceil(longest * NAME_PX)))
}

function monthsIn(from: string, days: number, locale: string): RopePageMonth[] {
  const first = parseDay(from)
  if (first === null) return []
  const starts: RopePageMonth[] = [{ at: 0, name: shortMonthText(first, locale) }]
  for (let at = 1; at < days; at += 1) {
    const day = addDays(first, at)
    if (new Date(day * 86_400_000).getUTCDate() === 1) starts.push({ at, name: shortMonthText(day, locale) })
  }
  return starts.filter((_, at) => at > 0 || (starts[1]?.at ?? days) > 4)
}
