import { appSection } from './app-section.ts'
import { writePage } from './page.ts'

/** Shown at the broker's bare address, for somebody who wonders what it is. */
export function frontPage(appPage: string | undefined): Response {
  return writePage(
    'Where Springline meets Amazon',
    `<p>Amazon sends you back to this address after you have signed in there, and this address sends you on to Springline on ` +
      `your own computer. Nothing begins here: open Springline and choose Connect or Reconnect.</p>` +
      appSection(appPage),
  )
}
