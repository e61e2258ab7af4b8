import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from '../cx.ts'

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'row' | 'regular' | 'large'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode
  /** One `primary` per place; `secondary` unless told. */
  readonly tone?: ButtonTone | undefined
  /** `row` 26 px, `regular` 28, `large` 34. */
  readonly size?: ButtonSize | undefined
  readonly icon?: LucideIcon | undefined
  /** `fill` takes the width of its place, for stacked buttons. */
  readonly width?: 'own' | 'fill' | undefined
}

const sizeClass: Readonly<Record<ButtonSize, string>> = {
  row: 'h-6.5 gap-1.5 px-2.5 text-body',
  regular: 'h-7 gap-1.5 px-3 text-body',
  large: 'h-8.5 gap-2 px-4 text-body',
}

const toneClass: Readonly<Record<ButtonTone, string>> = {
  primary: 'solid border-transparent bg-accent font-semibold text-on-accent data-hovered:bg-accent-hover data-pressed:bg-accent-hover',
  secondary: 'border-line-strong bg-surface font-medium text-ink shadow-button data-hovered:bg-hover data-pressed:bg-sunken',
  quiet: 'border-transparent font-medium text-accent-ink data-hovered:bg-hover data-pressed:bg-sunken',
  danger: 'border-act bg-surface font-medium text-act-ink data-hovered:bg-act-soft data-pressed:bg-act-soft',
}

const DISABLED = 'data-disabled:border-line data-disabled:bg-sunken data-disabled:text-ink-disabled data-disabled:shadow-none'

/** A button with a word. The icon is decoration; the word is the name. */
export function Button({ children, tone = 'secondary', size = 'regular', icon: Icon, width = 'own', ...rest }: ButtonProps): ReactElement {
  const shape = cx(
    'press inline-flex shrink-0 items-center justify-center rounded-control border whitespace-nowrap select-none',
    sizeClass[size],
    toneClass[tone],
    DISABLED,
    width === 'fill' && 'w-full',
  )
  return (
    <AriaButton {...rest} className={shape}>
      {Icon === undefined ? null : <Icon aria-hidden size={14} strokeWidth={2.1} className="shrink-0" />}
      {children}
    </AriaButton>
  )
}
