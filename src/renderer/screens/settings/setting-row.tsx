import type { ReactElement, ReactNode } from 'react'
import { StatusGlyph } from '../../parts/status/status-glyph.tsx'
import type { StatusCode } from '../../text/status-text.ts'

export interface SettingRowProps {
  readonly title: string
  readonly detail: ReactNode
  readonly sign?: StatusCode | undefined
  readonly control?: ReactNode
}

/** One setting or fact: what it is, what it means, and what sets it. */
export function SettingRow({ title, detail, sign, control }: SettingRowProps): ReactElement {
  return (
    <div className="figures flex min-h-13 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2">
      {sign === undefined ? null : <StatusGlyph status={sign} />}
      <div className="min-w-60 flex-1">
        <p className="font-medium text-ink">{title}</p>
        <p className="text-small text-ink-2">{detail}</p>
      </div>
      {control}
    </div>
  )
}

/** A run of settings under one title. */
export function SettingSection({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section aria-label={`${title} settings`} className="pt-6">
      <h2 className="border-b border-line-strong pb-1.5 text-section text-ink">{title}</h2>
      {children}
    </section>
  )
}
