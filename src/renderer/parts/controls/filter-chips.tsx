import type { ReactElement } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { StatusCode } from '../../text/status-text.ts'
import { StatusGlyph } from '../status/status-glyph.tsx'

export interface FilterChip {
  readonly key: string
  readonly count: number
  /** "All", "need you", "look soon". */
  readonly word: string
  /** The glyph of the group; absent on "All". */
  readonly sign?: StatusCode | undefined
}

export interface FilterChipsProps {
  readonly label: string
  readonly chips: readonly FilterChip[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** "18 All · 2 need you · 4 look soon": one filter at a time, counts always shown. */
export function FilterChips({ label, chips, chosen, onChoose }: FilterChipsProps): ReactElement {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        for (const key of keys) onChoose(String(key))
      }}
      className="flex flex-wrap items-center gap-px min-[1180px]:shrink-0"
    >
      {chips.map((chip) => (
        <ToggleButton
          key={chip.key}
          id={chip.key}
          className="press figures flex h-7 items-center gap-1.75 rounded-control px-3 text-body text-ink-2 whitespace-nowrap data-hovered:bg-hover data-selected:bg-selected data-selected:font-semibold data-selected:text-ink"
        >
          {chip.sign === undefined ? null : <StatusGlyph status={chip.sign} size={14} />}
          <span>
            <b className="mr-1.5 text-ink">{chip.count}</b>
            {chip.word}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
