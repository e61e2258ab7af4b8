import type { ReactElement, ReactNode } from 'react'
import { Checkbox } from '../controls/checkbox.tsx'
import { cx } from '../cx.ts'
import { RopeRow, type RopeStrand } from '../line/rope-row.tsx'
import { ACCOUNT_COLUMNS } from './account-table.tsx'
import { Initials, initialsOf } from './initials.tsx'

export type DateTone = 'calm' | 'late' | 'lost'

export interface ToldDate {
  readonly text: string
  /** `late` marks it in the watch ink, `lost` in the act ink. */
  readonly tone: DateTone
}

export interface AccountRowProps {
  readonly name: string
  /** Group colour, if the person chose one. */
  readonly edge?: string | undefined
  /** Country codes as words ("DE FR IT"), with the button that opens child rows where there is one. */
  readonly marketplaces: ReactNode
  /** `StatusWord`s, or a calm word such as "not used". */
  readonly selling: ReactNode
  readonly advertising: ReactNode
  readonly strands: readonly RopeStrand[]
  readonly days: 30 | 90
  readonly dataTo: ToldDate
  readonly renewsIn: ToldDate
  /** The row's one button; a fine row has none. */
  readonly action?: ReactNode
  /** Second line under rows that need somebody: the cause, then what would be lost. */
  readonly cause?: { readonly text: string; readonly loss?: string | undefined } | undefined
  readonly isChosen: boolean
  readonly onChoose: (chosen: boolean) => void
  readonly onOpen: () => void
}

const dateClass: Readonly<Record<DateTone, string>> = {
  calm: 'text-ink-2',
  late: 'font-semibold text-watch-ink',
  lost: 'font-semibold text-act-ink',
}

/** One account in a region: 36 px, 58 with its cause. */
export function AccountRow(props: AccountRowProps): ReactElement {
  const { name, cause, isChosen, onChoose, onOpen } = props
  const twoLines = cause !== undefined
  return (
    <div
      role="row"
      aria-level={1}
      data-row
      aria-selected={isChosen}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) onOpen()
      }}
      onDoubleClick={onOpen}
      className={cx(
        ACCOUNT_COLUMNS,
        'press ring-inside group items-center border-b border-line hover:bg-hover',
        twoLines ? 'min-h-(--row-two) grid-rows-[auto_auto] content-center' : 'min-h-(--row)',
        isChosen && 'chosen bg-selected hover:bg-selected',
      )}
    >
      <Cell>
        <Checkbox label={`Choose ${name}`} isSelected={isChosen} onChange={onChoose} />
      </Cell>
      <Cell className="gap-2 pr-2.5">
        <Initials letters={initialsOf(name)} edge={props.edge} />
        <button
          type="button"
          tabIndex={-1}
          title={name}
          onClick={onOpen}
          className="min-w-0 truncate text-left font-semibold text-ink hover:underline"
        >
          {name}
        </button>
      </Cell>
      <Cell className="pr-2.5 text-small text-ink-2">
        <span className="truncate">{props.marketplaces}</span>
      </Cell>
      <Cell className="pr-4">{props.selling}</Cell>
      <Cell className="pr-4">{props.advertising}</Cell>
      <Cell>
        <RopeRow strands={props.strands} days={props.days} />
      </Cell>
      <Cell className={cx('figures whitespace-nowrap pl-3.5', dateClass[props.dataTo.tone], props.dataTo.tone === 'calm' && 'text-ink')}>
        {props.dataTo.text}
      </Cell>
      <Cell className={cx('figures justify-end pl-3 whitespace-nowrap', dateClass[props.renewsIn.tone])}>{props.renewsIn.text}</Cell>
      <Cell className={cx('justify-end pl-2.5', twoLines && 'h-5')}>{props.action}</Cell>
      {cause === undefined ? null : (
        <Cell className="figures col-start-2 col-end-10 pl-7.5 text-small leading-4.5 text-ink-2">
          <span className="truncate">
            {cause.text} {cause.loss === undefined ? null : <b className="text-act-ink">{cause.loss}</b>}
          </span>
        </Cell>
      )}
    </div>
  )
}

function Cell({ children, className }: { readonly children: ReactNode; readonly className?: string }): ReactElement {
  return (
    <div role="gridcell" className={cx('flex min-w-0 items-center', className)}>
      {children}
    </div>
  )
}
