import type { ReactElement } from 'react'

/** Silhouettes of the statuses that ask nobody for anything. Drawn in a 16 px box with the current colour. */
export const calmShapes = {
  connected: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M5.2 8.3 7.1 10.2 10.9 6.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  'catching-up': (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeOpacity=".26" strokeWidth="2.2" />
      <path className="travelling-arc" d="M8 2A6 6 0 1 1 3.2 11.6" fill="none" stroke="currentColor" strokeWidth="2.2" />
    </>
  ),
  delayed: (
    <>
      <path d="M3.6 1.6h8.8M3.6 14.4h8.8" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      <path
        d="M4.8 1.9v2.3c0 1.7 2.4 2.6 2.4 3.8S4.8 10.1 4.8 11.8v2.3M11.2 1.9v2.3c0 1.7-2.4 2.6-2.4 3.8s2.4 2.1 2.4 3.8v2.3"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
      <path d="M5.8 13.6c0-1.8 1.3-2.6 2.2-3.4.9.8 2.2 1.6 2.2 3.4ZM6.2 4.4h3.6L8 6.9Z" fill="currentColor" />
    </>
  ),
  paused: (
    <>
      <rect x="3.8" y="3" width="3" height="10" rx=".8" fill="currentColor" />
      <rect x="9.2" y="3" width="3" height="10" rx=".8" fill="currentColor" />
    </>
  ),
  disconnected: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M3.7 12.3 12.3 3.7" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  'ads-not-connected': (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5.2 8h5.6" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  demo: (
    <>
      <rect
        x="1.9"
        y="1.9"
        width="12.2"
        height="12.2"
        rx="2.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.9 2.1"
        strokeDashoffset="1.2"
      />
      <path d="M6.4 5.2 10.8 8 6.4 10.8Z" fill="currentColor" />
    </>
  ),
} satisfies Readonly<Record<string, ReactElement>>
