import type { ReactElement, ReactNode } from 'react'

/** Floating place for at most three notices, announced politely, above the status line. */
export function ToastStack({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <div
      role="region"
      aria-label="Notices"
      aria-live="polite"
      className="fixed right-4 bottom-11 z-50 flex w-92 flex-col gap-2 *:rounded-dialog *:bg-raised *:shadow-popover"
    >
      {children}
    </div>
  )
}
