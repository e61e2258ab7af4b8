import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { usableLocale } from './format/usable-locale.ts'
import { createWindowState } from './state/window-state.ts'
import { createClient } from './transport/client.ts'
import { openLink } from './transport/open-link.ts'
import './styles/app.css'

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no place for the window')

const state = createWindowState(createClient(openLink(window)), {
  now: () => Date.now(),
  later: (run, ms) => {
    window.setTimeout(run, ms)
  },
  openTab,
  locale: usableLocale([navigator.language, ...navigator.languages]),
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  findShortcut: navigator.userAgent.includes('Mac') ? '⌘K' : 'Ctrl K',
})

createRoot(place).render(
  <StrictMode>
    <App state={state} />
  </StrictMode>,
)

/** Opens a path of our own origin and cuts the new tab's way back; false when the browser blocked it. */
function openTab(path: string): boolean {
  const tab = window.open(path, '_blank')
  if (tab === null) return false
  tab.opener = null
  return true
}
