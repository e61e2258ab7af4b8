import type { ReactElement } from 'react'

export type SmallMarkKind = 'refused' | 'waiting' | 'unused' | 'settling' | 'granted'

export interface SmallMarkProps {
  readonly kind: SmallMarkKind
  /** Accessible name. Leave out where a word stands beside the mark. */
  readonly label?: string | undefined
  readonly size?: number | undefined
}

const drawings: Readonly<Record<SmallMarkKind, { readonly tone: string; readonly shape: ReactElement }>> = {
  refused: { tone: 'text-act', shape: <path d="m4 4 8 8M12 4l-8 8" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" /> },
  waiting: {
    tone: 'text-ink-3',
    shape: (
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeDasharray=".1 3.04" />
    ),
  },
  unused: { tone: 'text-ink-3', shape: <path d="M4 8h8" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" /> },
  granted: {
    tone: 'text-hold',
    shape: (
      <path d="m3.6 8.6 3 3 5.8-6.6" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    ),
  },
  settling: {
    tone: 'text-rope',
    shape: (
      <>
        <rect x="2" y="3.2" width="12" height="9.6" rx="2" fill="none" stroke="currentColor" strokeWidth="1.2" />
        <path d="M2 8h12v2.8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2Z" fill="currentColor" />
      </>
    ),
  },
}

/** Marks beside a fact: refused or gone, not yet asked, not used, granted, still settling. */
export function SmallMark({ kind, label, size = 16 }: SmallMarkProps): ReactElement {
  const { tone, shape } = drawings[kind]
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg {...named} viewBox="0 0 16 16" width={size} height={size} className={`shrink-0 ${tone}`}>
      {shape}
    </svg>
  )
}
