import { ChevronDown, ChevronsUpDown, type LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { OptionList, type Choice } from './option-list.tsx'

export interface SelectProps<Key extends string> {
  /** Accessible name: "Scope", "Compare with". */
  readonly label: string
  readonly choices: readonly Choice<Key>[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
  /** Said before the value in `ink3`, so the control reads as a phrase: "against", "Group". */
  readonly lead?: string | undefined
  readonly icon?: LucideIcon | undefined
  /** `scope` carries the two-way arrow of the scope switcher. */
  readonly arrow?: 'down' | 'scope' | undefined
  readonly isDisabled?: boolean | undefined
}

/** A choice that reads as a phrase: "against last year, same weekdays". */
export function Select<Key extends string>(props: SelectProps<Key>): ReactElement {
  const { label, choices, chosen, onChoose, lead, icon: Icon, arrow = 'down', isDisabled = false } = props
  const Arrow = arrow === 'down' ? ChevronDown : ChevronsUpDown
  const choose = (key: string | number | null): void => {
    const choice = choices.find((one) => one.key === key)
    if (choice !== undefined) onChoose(choice.key)
  }
  return (
    <AriaSelect aria-label={label} value={chosen} onChange={choose} isDisabled={isDisabled} data-quiet-focus className="max-w-80 shrink-0">
      <Button className="press flex h-7 max-w-full items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2.5 text-body font-medium text-ink shadow-button data-disabled:bg-sunken data-disabled:text-ink-disabled data-hovered:bg-hover data-pressed:bg-sunken">
        {Icon === undefined ? null : <Icon aria-hidden size={14} strokeWidth={2.1} className="shrink-0 text-ink-2" />}
        {lead === undefined ? null : <span className="font-normal text-ink-3">{lead}</span>}
        <SelectValue className="figures truncate">{({ selectedText }) => selectedText}</SelectValue>
        <Arrow aria-hidden size={14} strokeWidth={2.1} className="ml-0.5 shrink-0 text-ink-3" />
      </Button>
      <Popover offset={4} className="float min-w-(--trigger-width) rounded-panel bg-raised shadow-popover">
        <OptionList choices={choices} />
      </Popover>
    </AriaSelect>
  )
}
