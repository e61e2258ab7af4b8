import type { ReactElement, ReactNode } from 'react'

export interface AppShellProps {
  readonly sidebar: ReactNode
  readonly bar: ReactNode
  readonly statusLine: ReactNode
  /** A whole-app fact under the bar; at most one. */
  readonly banner?: ReactNode
  /** The page. It scrolls inside its own place, so head and status line stay. */
  readonly children: ReactNode
}

/** The window's frame: sidebar 208, bar 48, status line 28 across the full width. */
export function AppShell({ sidebar, bar, statusLine, banner, children }: AppShellProps): ReactElement {
  return (
    <div className="grid h-full min-h-0 grid-cols-[auto_minmax(0,1fr)] grid-rows-[minmax(0,1fr)_28px] bg-canvas">
      {sidebar}
      <div className="flex min-h-0 min-w-0 flex-col border-l border-line bg-surface">
        {bar}
        {banner}
        <main className="flex min-h-0 flex-1 flex-col overflow-hidden outline-none" tabIndex={-1} id="page">
          {children}
        </main>
      </div>
      <footer className="col-span-2 min-w-0">{statusLine}</footer>
    </div>
  )
}
