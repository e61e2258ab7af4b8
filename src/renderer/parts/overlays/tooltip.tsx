import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'

export interface TooltipProps {
  readonly text: string
  /** A focusable part; the tooltip shows on hover and on keyboard focus. */
  readonly children: ReactElement
}

/** Names what stands without a word. Never the only place of a fact. */
export function Tooltip({ text, children }: TooltipProps): ReactElement {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <AriaTooltip offset={6} className="float max-w-72 rounded-control bg-raised px-2.5 py-1 text-small text-ink shadow-popover">
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
