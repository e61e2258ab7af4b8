import type { ReactElement, ReactNode } from 'react'

export interface PageHeadProps {
  readonly title: string
  /** Said beside the title in `ink3`: "18 accounts in 32 marketplaces". */
  readonly aside?: ReactNode
  /** Buttons, the primary one last. */
  readonly actions?: ReactNode
}

/** Title of a page with its count and its actions. */
export function PageHead({ title, aside, actions }: PageHeadProps): ReactElement {
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2.5 gap-y-2">
      <h1 className="text-page text-ink">{title}</h1>
      <span className="figures pt-1 text-body text-ink-3">{aside}</span>
      <div className="ml-auto flex items-center gap-2.5">{actions}</div>
    </div>
  )
}
