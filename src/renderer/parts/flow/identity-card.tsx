import type { ReactElement } from 'react'
import { cx } from '../cx.ts'
import { Initials, initialsOf } from '../table/initials.tsx'

export interface IdentityFact {
  readonly name: string
  readonly value: string
  /** Ids stand in the code face. */
  readonly face?: 'text' | 'code' | undefined
}

export interface IdentityCardProps {
  /** "Expected", "Amazon answered with". */
  readonly label: string
  readonly name: string
  readonly facts: readonly IdentityFact[]
  readonly tone: 'calm' | 'wrong'
}

/** Who an account is: used side by side when two of them differ. */
export function IdentityCard({ label, name, facts, tone }: IdentityCardProps): ReactElement {
  return (
    <section
      aria-label={`${label}: ${name}`}
      className={cx('min-w-0 flex-1 rounded-panel border px-3.5 py-3', tone === 'wrong' ? 'border-act' : 'border-line-strong')}
    >
      <p className="text-small font-medium text-ink-2">{label}</p>
      <p className="flex items-center gap-2 pt-1.5 pb-2 text-section font-semibold text-ink">
        <Initials letters={initialsOf(name)} />
        {name}
      </p>
      <dl className="grid grid-cols-[82px_minmax(0,1fr)] gap-y-0.5 text-small">
        {facts.map((fact) => (
          <div key={fact.name} className="contents">
            <dt className="text-ink-3">{fact.name}</dt>
            <dd className={cx('truncate text-ink', fact.face === 'code' && 'font-mono')}>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
