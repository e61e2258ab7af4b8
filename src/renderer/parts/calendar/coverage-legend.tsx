import type { ReactElement } from 'react'
import { DAY_STATES } from '../../../shared/domain/coverage.ts'
import { dayStateText } from '../line/day-state-text.ts'
import { DayCell } from './day-cell.tsx'

/** Every day state with its word, as it is drawn in the calendar. */
export function CoverageLegend(): ReactElement {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-3.5 gap-y-1.5 text-small text-ink-2">
      {DAY_STATES.filter((state) => state !== 'before-start').map((state) => (
        <li key={state} className="flex items-center gap-1.5 whitespace-nowrap">
          <DayCell state={state} width={17} height={15} />
          {dayStateText[state]}
        </li>
      ))}
    </ul>
  )
}
