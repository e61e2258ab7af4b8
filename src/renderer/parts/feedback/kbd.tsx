import type { ReactElement } from 'react'
import { cx } from '../cx.ts'

/** A keyboard shortcut as the person would press it: "Ctrl K". */
export function Kbd({ keys, className }: { readonly keys: string; readonly className?: string | undefined }): ReactElement {
  return (
    <kbd
      className={cx(
        'rounded-cell border border-line-strong bg-surface px-1.25 font-sans text-micro font-medium whitespace-nowrap text-ink-3',
        className,
      )}
    >
      {keys}
    </kbd>
  )
}
