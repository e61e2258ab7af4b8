import type { ReactElement, ReactNode } from 'react'
import type { StatusCode } from '../../text/status-text.ts'
import { StatusWord } from '../status/status-word.tsx'
import { Initials, initialsOf } from '../table/initials.tsx'

export interface DetailHeadProps {
  readonly name: string
  readonly status: StatusCode
  /** Said instead of the status word where it carries a count or a time. */
  readonly said?: string | undefined
  readonly edge?: string | undefined
  /** "Seller, Europe", the masked id, the consent date: in one line, parted by dots. */
  readonly facts: readonly ReactNode[]
  readonly actions?: ReactNode
}

/** Head of one account's page: initials, name, status, facts, actions. */
export function DetailHead({ name, status, said, edge, facts, actions }: DetailHeadProps): ReactElement {
  return (
    <div className="flex items-center gap-3 pb-2">
      <Initials letters={initialsOf(name)} size="page" edge={edge} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-3">
          <h1 className="truncate text-page text-ink">{name}</h1>
          <StatusWord status={status} said={said} />
        </div>
        <p className="figures flex flex-wrap gap-x-2 text-small text-ink-2">
          {facts.map((fact, at) => (
            <span key={at}>
              {at === 0 ? null : (
                <span aria-hidden className="pr-2 text-ink-3">
                  ·
                </span>
              )}
              {fact}
            </span>
          ))}
        </p>
      </div>
      <div className="flex shrink-0 items-center gap-2.5">{actions}</div>
    </div>
  )
}
