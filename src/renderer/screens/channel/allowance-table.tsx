import type { ReactElement } from 'react'
import type { BudgetView } from '../../../shared/contract/views/channel-detail.ts'
import { countText } from '../../format/number.ts'
import { paceText } from '../../format/pace.ts'
import { operationText } from '../../text/operation-text.ts'
import { SimpleTable, type SimpleColumn } from '../common/simple-table.tsx'
import type { Words } from '../common/words.ts'

/** How many calls Amazon lets through now, per kind of call; what waits here is nobody's fault. */
export function AllowanceTable({
  budgets,
  words,
}: {
  readonly budgets: readonly BudgetView[]
  readonly words: Words
}): ReactElement | null {
  if (budgets.length === 0) return null
  return (
    <section aria-labelledby="allowance">
      <h2 id="allowance" className="pb-2 text-section text-ink">
        What Amazon lets through
      </h2>
      <SimpleTable label="What Amazon lets through" rows={budgets} keyOf={(row) => row.operation} columns={columnsOf(words)} />
    </section>
  )
}

function columnsOf(words: Words): SimpleColumn<BudgetView>[] {
  return [
    { key: 'what', head: 'Call', cell: (row) => <b className="font-medium">{operationText(row.operation)}</b> },
    {
      key: 'left',
      head: 'Left now',
      align: 'right',
      cell: (row) => `${countText(Math.floor(row.tokens), words.locale)} of ${countText(row.burst, words.locale)}`,
    },
    { key: 'pace', head: 'Comes back', align: 'right', cell: (row) => paceText(row.perSecond, words.locale) },
    { key: 'next', head: 'Next call', cell: (row) => (row.readyAt <= words.now ? 'at once' : words.until(row.readyAt)) },
  ]
}
