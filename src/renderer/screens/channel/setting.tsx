import type { ReactElement, ReactNode } from 'react'

/** One setting of an account: what it is, how it stands, and what can be done. */
export function Setting({
  title,
  detail,
  action,
}: {
  readonly title: string
  readonly detail: ReactNode
  readonly action: ReactNode
}): ReactElement {
  return (
    <div className="figures flex min-h-14 items-center gap-4 border-b border-line py-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium text-ink">{title}</p>
        <p className="text-small text-ink-2">{detail}</p>
      </div>
      {action}
    </div>
  )
}
