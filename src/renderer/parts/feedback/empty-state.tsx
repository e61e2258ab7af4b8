import type { ReactElement, ReactNode } from 'react'
import { Button } from '../controls/button.tsx'

export interface EmptyStateProps {
  readonly title: string
  /** One or two sentences. */
  readonly children: ReactNode
  /** One verb. `quiet` for "Clear the filter", `primary` for a first use. */
  readonly action?: { readonly word: string; readonly onPress: () => void; readonly tone?: 'primary' | 'secondary' | 'quiet' } | undefined
  /** The rope drawing, first use only. */
  readonly drawing?: ReactNode
}

/** Why a place is empty and what to do, left-aligned in the content. */
export function EmptyState({ title, children, action, drawing }: EmptyStateProps): ReactElement {
  return (
    <section className="max-w-130 py-8">
      {drawing === undefined ? null : <div className="pb-5">{drawing}</div>}
      <h2 className="text-section text-ink">{title}</h2>
      <p className="pt-1 text-body text-ink-2">{children}</p>
      {action === undefined ? null : (
        <div className={action.tone === 'quiet' ? '-ml-3 pt-1' : 'pt-3'}>
          <Button tone={action.tone ?? 'secondary'} onPress={action.onPress}>
            {action.word}
          </Button>
        </div>
      )}
    </section>
  )
}
