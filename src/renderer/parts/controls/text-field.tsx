import type { ReactElement, ReactNode } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { cx } from '../cx.ts'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string
  /** One sentence under the field. */
  readonly hint?: ReactNode
  /** Shown instead of the hint when `isInvalid`. */
  readonly trouble?: string | undefined
  readonly placeholder?: string | undefined
  /** `code` for ids and keys. */
  readonly face?: 'text' | 'code' | undefined
  readonly lines?: 'one' | 'several' | undefined
}

const BOX =
  'press w-full rounded-control border border-control bg-surface px-2.5 text-body text-ink placeholder:text-ink-3 data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-disabled data-focused:outline-2 data-focused:outline-offset-1 data-focused:outline-focus data-invalid:border-act'

/** A labelled field. Required fields are not red; only a wrong value is. */
export function TextField({ label, hint, trouble, placeholder, face = 'text', lines = 'one', ...rest }: TextFieldProps): ReactElement {
  const written = placeholder === undefined ? {} : { placeholder }
  const look = cx(BOX, face === 'code' && 'font-mono', lines === 'one' ? 'h-7' : 'min-h-18 py-1.5')
  return (
    <AriaTextField {...rest} className="flex flex-col gap-1">
      <Label className="text-small font-medium text-ink-2">{label}</Label>
      {lines === 'one' ? <Input {...written} className={look} /> : <TextArea {...written} className={look} />}
      {hint === undefined || rest.isInvalid === true ? null : (
        <Text slot="description" className="text-small text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-small text-act-ink">{trouble}</FieldError>
    </AriaTextField>
  )
}
