import { isComplete, type DayState } from '../../../shared/domain/coverage.ts'
import type { CoverageView } from '../../../shared/contract/views/channel-detail.ts'
import { completenessText } from '../../format/percent.ts'

/** Worst first: what a day shows when several datasets are looked at together. */
const WORST_FIRST: readonly DayState[] = [
  'missing-lost',
  'missing-fetchable',
  'partial',
  'not-due',
  'complete-settling',
  'complete-settled',
  'empty-proven',
  'before-start',
]

/** One state per day over several datasets: the worst of them, where a dataset that had not begun says nothing. */
export function worstDays(datasets: readonly { readonly days: readonly DayState[] }[]): DayState[] {
  const length = Math.max(0, ...datasets.map((one) => one.days.length))
  return Array.from({ length }, (_, at) => {
    const states = datasets.flatMap((one) => one.days[at] ?? [])
    const due = states.filter((state) => state !== 'not-due' && state !== 'before-start')
    return WORST_FIRST.find((state) => (due.length > 0 ? due : states).includes(state)) ?? 'not-due'
  })
}

export interface CoverageCounts {
  readonly complete: number
  /** Days that are due: neither before the start nor still to come. */
  readonly due: number
  readonly fetchable: number
  readonly partial: number
  readonly lost: number
}

/** Dataset days by what they are. */
export function countCoverage(view: Pick<CoverageView, 'datasets'>): CoverageCounts {
  const days = view.datasets.flatMap((one) => one.days).filter((state) => state !== 'before-start' && state !== 'not-due')
  const of = (wanted: DayState): number => days.filter((state) => state === wanted).length
  return {
    complete: days.filter(isComplete).length,
    due: days.length,
    fetchable: of('missing-fetchable'),
    partial: of('partial'),
    lost: of('missing-lost'),
  }
}

/** "89.8% complete: 478 of 532 dataset days · 51 can be fetched, 1 partly here, 2 gone". */
export function countsText(counts: CoverageCounts, locale: string): string {
  const head = `${completenessText(counts.complete, counts.due, locale)} complete: ${counts.complete} of ${counts.due} dataset days`
  const rest = [
    [counts.fetchable, 'can be fetched'],
    [counts.partial, 'partly here'],
    [counts.lost, 'gone'],
  ] as const
  const said = rest
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
  return said === '' ? head : `${head} · ${said}`
}
