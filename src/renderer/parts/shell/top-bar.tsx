import { Search } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Kbd } from '../feedback/kbd.tsx'

export interface TopBarProps {
  /** Scope switcher first; range, comparison and currency follow on reports. */
  readonly children: ReactNode
  readonly onFind: () => void
  /** "Ctrl K" or "⌘K". */
  readonly findShortcut: string
  /** `overlay` keeps 138 px free for Windows' own buttons. */
  readonly windowControls: 'overlay' | 'none'
}

/** Scope and date bar, 48 high, with Find or do at the right. */
export function TopBar({ children, onFind, findShortcut, windowControls }: TopBarProps): ReactElement {
  return (
    <header className="drag-window flex h-12 shrink-0 items-center gap-2 border-b border-line px-4">
      <div className="no-drag flex min-w-0 flex-1 items-center gap-2">{children}</div>
      <Button
        onPress={onFind}
        className="no-drag press flex h-7 w-44.5 shrink-0 items-center gap-2 rounded-control bg-sunken px-2.5 text-body text-ink-3 data-hovered:text-ink-2"
      >
        <Search aria-hidden size={14} strokeWidth={2.1} />
        Find or do
        <Kbd keys={findShortcut} className="ml-auto" />
      </Button>
      {windowControls === 'overlay' ? <div aria-hidden className="w-34.5 shrink-0" /> : null}
    </header>
  )
}
