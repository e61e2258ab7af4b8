import type { ReactElement, ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components'

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style' | 'aria-label'> {
  /** Accessible name; shown as words where `children` are given instead. */
  readonly label?: string | undefined
  readonly children?: ReactNode
}

/** A 15 px box in a 24 px target. */
export function Checkbox({ label, children, ...rest }: CheckboxProps): ReactElement {
  const named = label === undefined ? {} : { 'aria-label': label }
  return (
    <AriaCheckbox
      {...rest}
      {...named}
      data-quiet-focus
      className="group/box inline-flex min-h-6 min-w-6 items-center gap-2 text-body data-disabled:text-ink-disabled"
    >
      {({ isIndeterminate }) => (
        <>
          <span className="press flex size-3.75 shrink-0 items-center justify-center rounded-cell border border-control bg-surface group-data-disabled/box:border-line group-data-focus-visible/box:outline-2 group-data-focus-visible/box:outline-offset-2 group-data-focus-visible/box:outline-focus group-data-indeterminate/box:border-accent group-data-indeterminate/box:bg-accent group-data-selected/box:border-accent group-data-selected/box:bg-accent">
            <svg
              aria-hidden
              viewBox="0 0 12 12"
              width={11}
              height={11}
              className="text-on-accent opacity-0 group-data-indeterminate/box:opacity-100 group-data-selected/box:opacity-100"
            >
              <path
                d={isIndeterminate ? 'M2.5 6h7' : 'm2.2 6.4 2.5 2.4 5-5.4'}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.8"
                strokeLinecap="round"
                strokeLinejoin="round"
              />
            </svg>
          </span>
          {children}
        </>
      )}
    </AriaCheckbox>
  )
}
