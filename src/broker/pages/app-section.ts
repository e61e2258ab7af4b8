import { escapeText } from './page.ts'

/**
 * For somebody on whose computer nothing opens: a page cannot tell whether the app is installed, and must not find out.
 * The publisher's address opens without a referrer, so nothing of this page's address reaches it.
 */
export function appSection(appPage: string | undefined): string {
  return (
    `<details data-app-missing><summary>Springline does not open</summary>` +
    `<p>Springline is a program on your computer, and this page cannot work without it. ${howToGet(appPage)} ` +
    `Then close this page, open Springline and choose Connect or Reconnect there. Until then nothing is connected, and ` +
    `Amazon’s answer on this page becomes worthless within minutes.</p></details>`
  )
}

function howToGet(appPage: string | undefined): string {
  if (appPage === undefined) return 'Ask whoever gave you Springline how to install it.'
  return `Get it <a data-action="get-app" rel="noreferrer noopener" target="_blank" href="${escapeText(appPage)}">from its publisher</a>.`
}
