import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'

export interface Choice<Key extends string = string> {
  readonly key: Key
  readonly word: string
  /** One line under the word. */
  readonly hint?: string | undefined
}

/** The open list of a select: one line per choice, the chosen one ticked. */
export function OptionList({ choices }: { readonly choices: readonly Choice[] }): ReactElement {
  return (
    <ListBox className="max-h-120 overflow-y-auto p-1 outline-none">
      {choices.map((choice) => (
        <ListBoxItem
          key={choice.key}
          id={choice.key}
          textValue={choice.word}
          className="group/option ring-inside flex min-h-7 items-center gap-2 rounded-control px-2 py-1 text-body text-ink data-disabled:text-ink-disabled data-focused:bg-selected data-hovered:bg-selected"
        >
          <Check aria-hidden size={14} strokeWidth={2.1} className="invisible shrink-0 text-accent group-data-selected/option:visible" />
          <span className="min-w-0 pr-2">
            {choice.word}
            {choice.hint === undefined ? null : <span className="block text-small text-ink-3">{choice.hint}</span>}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  )
}
