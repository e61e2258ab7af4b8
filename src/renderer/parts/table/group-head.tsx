import type { ReactElement } from 'react'

/** Title of a run of rows: "Needs you 2". 30 px of it, with the line below. */
export function GroupHead({ title, count }: { readonly title: string; readonly count: number }): ReactElement {
  return (
    <div role="row" className="col-span-full flex h-7.5 items-center border-b border-line pt-1 text-small">
      <span role="gridcell" className="figures text-ink-3">
        <b className="mr-1.25 text-ink-2">{title}</b> {count}
      </span>
    </div>
  )
}
