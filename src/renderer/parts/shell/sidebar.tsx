import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { Link } from 'react-aria-components'
import { cx } from '../cx.ts'
import { AppMark } from './app-mark.tsx'

export interface SidebarEntry {
  readonly key: string
  readonly word: string
  readonly icon: LucideIcon
  readonly href: string
  /** Shown at the right. `needs-you` is the filled badge and belongs to Today alone. */
  readonly count?: { readonly of: number; readonly tone: 'plain' | 'needs-you' } | undefined
}

export interface SidebarSection {
  readonly key: string
  /** Label above the rows; the first section has none. */
  readonly label?: string | undefined
  readonly entries: readonly SidebarEntry[]
}

export interface SidebarProps {
  readonly sections: readonly SidebarSection[]
  /** Stands alone at the foot. */
  readonly foot: SidebarEntry
  /** Key of the chosen entry. */
  readonly chosen: string
  /** `mark` shows mark and name; `traffic-lights` leaves room for macOS's own buttons. */
  readonly head: 'mark' | 'traffic-lights'
}

/** Sections of the app. Icons only where the window is narrower than 1180 px by zoom. */
export function Sidebar({ sections, foot, chosen, head }: SidebarProps): ReactElement {
  return (
    <nav aria-label="Sections" className="flex w-13 flex-col overflow-y-auto px-2 pb-2.5 min-[1180px]:w-52">
      <div className="drag-window flex h-12 shrink-0 items-center gap-2.5 px-2.5 text-section">{head === 'mark' ? <Brand /> : null}</div>
      {sections.map((section) => (
        <div key={section.key} className="flex flex-col gap-px pt-1 pb-3">
          {section.label === undefined ? null : (
            <span className="hidden px-2.5 pt-0.5 pb-1.5 text-micro font-semibold text-ink-3 min-[1180px]:block">{section.label}</span>
          )}
          {section.entries.map((entry) => (
            <Row key={entry.key} entry={entry} chosen={entry.key === chosen} />
          ))}
        </div>
      ))}
      <div className="mt-auto">
        <Row entry={foot} chosen={foot.key === chosen} />
      </div>
    </nav>
  )
}

function Brand(): ReactElement {
  return (
    <>
      <AppMark />
      <span className="hidden font-semibold text-ink min-[1180px]:inline">Springline</span>
    </>
  )
}

function Row({ entry, chosen }: { readonly entry: SidebarEntry; readonly chosen: boolean }): ReactElement {
  const { icon: Icon, count } = entry
  const needsYou = count?.tone === 'needs-you' && count.of > 0
  return (
    <Link
      href={entry.href}
      aria-label={count === undefined ? entry.word : `${entry.word} ${count.of}`}
      {...(chosen ? { 'aria-current': 'page' as const } : {})}
      className={cx(
        'press ring-inside relative flex h-7.5 shrink-0 items-center gap-2.5 rounded-control px-2.5 text-body no-underline data-hovered:bg-hover',
        chosen ? 'chosen bg-selected font-semibold text-ink data-hovered:bg-selected' : 'text-ink-2',
      )}
    >
      <Icon aria-hidden size={16} strokeWidth={1.9} className={cx('shrink-0', chosen ? 'text-accent' : 'text-ink-3')} />
      <span className="hidden truncate min-[1180px]:inline">{entry.word}</span>
      {count === undefined || count.of === 0 ? null : (
        <span
          className={cx(
            'figures absolute right-0.5 top-0 min-[1180px]:static min-[1180px]:ml-auto',
            needsYou
              ? 'solid min-w-4.5 rounded-round bg-act px-1.5 text-center text-micro leading-4.5 font-semibold text-surface'
              : 'hidden text-small text-ink-2 min-[1180px]:inline',
          )}
        >
          {count.of}
        </span>
      )}
    </Link>
  )
}
