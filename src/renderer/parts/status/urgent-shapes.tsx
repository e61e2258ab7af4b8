import type { ReactElement } from 'react'

const OCTAGON = 'M5.2 1.4h5.6l3.8 3.8v5.6l-3.8 3.8H5.2L1.4 10.8V5.2Z'
const CALL = 'M8 4.4v4.3'

/** Silhouettes of the statuses that somebody must look at. Cut-outs use the surface, so they hold on any ground. */
export const urgentShapes = {
  'reconnect-required': (
    <>
      <path d={OCTAGON} fill="currentColor" stroke="currentColor" strokeWidth=".9" strokeLinejoin="round" />
      <Call tone="cut" />
    </>
  ),
  'ads-reconnect-required': (
    <>
      <path d={OCTAGON} fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <Call tone="own" />
    </>
  ),
  'account-problem': (
    <>
      <path d="M8 1.1 13.6 3v4.6c0 3.5-2.4 5.9-5.6 7.3-3.2-1.4-5.6-3.8-5.6-7.3V3Z" fill="currentColor" strokeLinejoin="round" />
      <Call tone="cut" />
    </>
  ),
  'publisher-problem': (
    <>
      <rect x="1.6" y="1.6" width="12.8" height="12.8" rx="3" fill="currentColor" />
      <path d="M8 4.2a2 2 0 0 1 1.1 3.7l.6 3.7H6.3l.6-3.7A2 2 0 0 1 8 4.2Z" fill="var(--surface)" />
    </>
  ),
  'amazon-trouble': (
    <>
      <path d="M4.4 13a3.5 3.5 0 0 1-.5-7 4.4 4.4 0 0 1 8.3.9A3.1 3.1 0 0 1 12 13Z" fill="currentColor" />
      <path d="M8.7 5.8 6.1 9.4h1.8l-.6 2.7 2.6-3.6H8.1Z" fill="var(--surface)" />
    </>
  ),
  'access-reduced': (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4Z" fill="currentColor" />
    </>
  ),
  stale: (
    <>
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.55 1.78" />
      <path d="M8 4.6v3.7l2.4 1.4" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  'expiring-soon': (
    <>
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />
      <path d="M1.5 8h13L8 14.5Z" fill="currentColor" />
    </>
  ),
} satisfies Readonly<Record<string, ReactElement>>

function Call({ tone }: { readonly tone: 'cut' | 'own' }): ReactElement {
  const paint = tone === 'cut' ? 'var(--surface)' : 'currentColor'
  return (
    <>
      <path d={CALL} stroke={paint} strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="8" cy="11.3" r="1.05" fill={paint} />
    </>
  )
}
