import type { ReactElement } from 'react'
import type { CoverageView } from '../../../shared/contract/views/channel-detail.ts'
import { DAY_STATES } from '../../../shared/domain/coverage.ts'
import { dayStateText } from '../../parts/line/day-state-text.ts'
import { SimpleTable, type SimpleColumn } from '../common/simple-table.tsx'
import type { Words } from '../common/words.ts'

type Row = CoverageView['datasets'][number]

/** The same days as numbers: one row per dataset, one column per state. */
export function CoverageTable({ view, words }: { readonly view: CoverageView; readonly words: Words }): ReactElement {
  const columns: SimpleColumn<Row>[] = [
    { key: 'what', head: 'Dataset', cell: (row) => <b className="font-medium">{row.title}</b> },
    { key: 'to', head: 'Data to', cell: (row) => words.day(row.freshTo) },
    ...DAY_STATES.map((state): SimpleColumn<Row> => ({
      key: state,
      head: dayStateText[state],
      align: 'right',
      cell: (row) => row.days.filter((day) => day === state).length,
    })),
  ]
  return <SimpleTable label="Coverage by dataset, in days" rows={view.datasets} columns={columns} keyOf={(row) => row.dataset} />
}
