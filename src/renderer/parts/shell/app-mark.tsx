import type { ReactElement } from 'react'

/** The mark: a closed S between two posts. */
export function AppMark({ size = 20 }: { readonly size?: number | undefined }): ReactElement {
  return (
    <svg aria-hidden viewBox="0 0 20 20" width={size} height={size} className="shrink-0">
      <path
        d="M16.4 3.4H8.6a3.2 3.2 0 0 0 0 6.5h2.8a3.2 3.2 0 0 1 0 6.6H3.6"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="16.6" cy="3.4" r="2.3" fill="var(--ink)" />
      <circle cx="3.4" cy="16.5" r="2.3" fill="var(--ink)" />
    </svg>
  )
}
