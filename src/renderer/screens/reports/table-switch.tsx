import { Copy, Download } from 'lucide-react'
import { useState, type ReactElement, type ReactNode } from 'react'
import { Button } from '../../parts/controls/button.tsx'
import { SegmentedControl } from '../../parts/controls/segmented-control.tsx'
import { cx } from '../../parts/cx.ts'
import { useWindowState } from '../../state/use-state.ts'
import type { ReportPlace } from '../places.ts'
import { toCsv, toTabs, type Cell } from './csv.ts'
import type { MoneyFrame } from './measure.ts'
import type { ReportScope } from './report-scope.ts'
import { saveText } from './save-text.ts'

/** One table of a report, and the same as plain cells for copying and export. */
export interface TableSide {
  readonly key: string
  readonly word: string
  readonly table: ReactNode
  /** The table is as high as its rows and does not scroll by itself. */
  readonly isWhole?: boolean | undefined
  readonly head: readonly string[]
  readonly cells: readonly (readonly Cell[])[]
}

/** Days of the table, both ends included, and its money. */
export type TableFrame = MoneyFrame & { readonly from: string; readonly to: string }

export interface TableSwitchProps {
  readonly name: ReportPlace
  readonly scope: ReportScope
  readonly frame: TableFrame
  readonly sides: readonly TableSide[]
  readonly first: string
}

/** The tables of a report: one shown, any copied or exported as it stands. */
export function TableSwitch({ name, scope, frame, sides, first }: TableSwitchProps): ReactElement {
  const [chosen, setChosen] = useState(first)
  const side = sides.find((one) => one.key === chosen) ?? sides[0]
  if (side === undefined) return <></>
  return (
    <>
      <div className="flex items-center gap-2 pt-4 pb-2">
        {sides.length < 2 ? null : <SegmentedControl label="Table" segments={sides} chosen={side.key} onChoose={setChosen} />}
        <span className="ml-auto" />
        <TableTools name={name} scope={scope} frame={frame} side={side} />
      </div>
      <div data-testid="report-table" className={cx('flex flex-col pb-3', side.isWhole === true ? 'shrink-0' : 'min-h-104 flex-1')}>
        {side.table}
      </div>
    </>
  )
}

interface TableToolsProps extends Omit<TableSwitchProps, 'sides' | 'first'> {
  readonly side: Omit<TableSide, 'table'>
}

/** Copies and exports one table. */
export function TableTools({ name, scope, frame, side }: TableToolsProps): ReactElement {
  const { view } = useWindowState()
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(toTabs(side.head, side.cells))
    view.tell('The table was copied.')
  }
  const save = (): void => {
    const { from, to } = frame
    const labelled = side.cells.map((row) => [...row, frame.currency, scope.channel.zone])
    saveText(
      `springline-${name}-${side.key}-${scope.channel.country}-${from}-${to}.csv`,
      toCsv([...side.head, 'currency', 'zone'], labelled),
    )
  }
  return (
    <>
      <Button
        icon={Copy}
        onPress={() => {
          void copy()
        }}
      >
        Copy table
      </Button>
      <Button icon={Download} onPress={save}>
        Export CSV
      </Button>
    </>
  )
}
