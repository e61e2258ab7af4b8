import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { cx } from '../cx.ts'
import { Tooltip } from '../overlays/tooltip.tsx'

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'aria-label'> {
  readonly icon: LucideIcon
  /** Name for assistive technology and the tooltip. */
  readonly label: string
  /** `outlined` stands beside other buttons; `bare` stands in a row or a head; `slim` is a row's in the page's margin: 20 px to see, 24 to hit. */
  readonly tone?: 'bare' | 'slim' | 'outlined' | undefined
}

/** One of the few icons that stand without a word: close, more, calendar, drag. */
export function IconButton({ icon: Icon, label, tone = 'bare', ...rest }: IconButtonProps): ReactElement {
  const shape = cx(
    'press inline-flex h-7 shrink-0 items-center justify-center rounded-control border text-ink-2 data-disabled:text-ink-disabled data-hovered:bg-hover data-pressed:bg-sunken',
    tone === 'slim' ? 'relative w-5 after:absolute after:inset-y-0 after:right-0 after:-left-1' : 'w-7',
    tone === 'outlined' ? 'border-line-strong bg-surface shadow-button' : 'border-transparent',
  )
  return (
    <Tooltip text={label}>
      <AriaButton {...rest} aria-label={label} className={shape}>
        <Icon aria-hidden size={16} strokeWidth={1.9} />
      </AriaButton>
    </Tooltip>
  )
}
