import type { ReactElement } from 'react'
import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components'
import { cx } from '../cx.ts'
import type { Choice } from './option-list.tsx'

export interface RadioGroupProps<Key extends string> {
  readonly label: string
  readonly choices: readonly Choice<Key>[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
  readonly isDisabled?: boolean | undefined
}

const DOT =
  'press mt-0.5 flex size-3.75 shrink-0 items-center justify-center rounded-round border border-control bg-surface group-data-focus-visible/radio:outline-2 group-data-focus-visible/radio:outline-offset-2 group-data-focus-visible/radio:outline-focus group-data-selected/radio:border-4 group-data-selected/radio:border-accent'

/** One of several, each with its consequence in a line below. */
export function RadioGroup<Key extends string>({
  label,
  choices,
  chosen,
  onChoose,
  isDisabled = false,
}: RadioGroupProps<Key>): ReactElement {
  return (
    <AriaRadioGroup
      value={chosen}
      isDisabled={isDisabled}
      className="flex flex-col gap-1.5"
      onChange={(key) => {
        const choice = choices.find((one) => one.key === key)
        if (choice !== undefined) onChoose(choice.key)
      }}
    >
      <Label className="text-small font-medium text-ink-2">{label}</Label>
      {choices.map((choice) => (
        <Radio
          key={choice.key}
          value={choice.key}
          data-quiet-focus
          className={cx('group/radio flex min-h-6 items-start gap-2 text-body text-ink data-disabled:text-ink-disabled')}
        >
          <span className={DOT} />
          <span>
            {choice.word}
            {choice.hint === undefined ? null : <span className="block text-small text-ink-3">{choice.hint}</span>}
          </span>
        </Radio>
      ))}
    </AriaRadioGroup>
  )
}
