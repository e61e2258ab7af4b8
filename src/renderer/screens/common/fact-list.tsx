import type { ReactElement, ReactNode } from 'react'

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Facts by name: the name left in the third ink, the value right of it. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactElement {
  return (
    <dl className="figures grid grid-cols-[132px_minmax(0,1fr)] gap-y-2">
      {facts.map((fact) => (
        <div key={fact.name} className="contents">
          <dt className="text-ink-3">{fact.name}</dt>
          <dd className="text-ink">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
