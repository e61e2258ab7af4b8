import { parseDay, type Day } from '../../shared/domain/day.ts'

const YEAR_FIRST = /^(\d{4})[-/.](\d{2})[-/.](\d{2})\b/
const DAY_FIRST = /^(\d{2})[/.](\d{2})[/.](\d{4})\b/

/** The calendar day at the start of a date as marketplaces write it; null when there is none. Its zone is as written. */
export function readWrittenDay(text: string): Day | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return parseDay(`${yearFirst[1]}-${yearFirst[2]}-${yearFirst[3]}`)
  const dayFirst = DAY_FIRST.exec(text)
  return dayFirst ? parseDay(`${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`) : null
}
