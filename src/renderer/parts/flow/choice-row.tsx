import type { LucideIcon } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'

export interface ChoiceRowProps {
  readonly icon: LucideIcon
  readonly title: string
  /** Its consequence, or why it is not possible. */
  readonly consequence: ReactNode
  /** One button; disabled where the consequence says why. */
  readonly action: ReactNode
}

/** One way on, with what it means: title, consequence, button. */
export function ChoiceRow({ icon: Icon, title, consequence, action }: ChoiceRowProps): ReactElement {
  return (
    <div className="flex items-center gap-3 border-b border-line py-2.5 last:border-transparent last:pb-0">
      <Icon aria-hidden size={16} strokeWidth={1.9} className="shrink-0 text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-ink">{title}</p>
        <p className="figures text-small text-ink-2">{consequence}</p>
      </div>
      {action}
    </div>
  )
}
