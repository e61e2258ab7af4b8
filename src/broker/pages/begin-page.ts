import { appSection } from './app-section.ts'
import { escapeText, writePage } from './page.ts'

/** Shown when Amazon sends a person who began inside Seller Central. */
export function beginPage(link: string, appPage: string | undefined): Response {
  return writePage(
    'Continue in Springline',
    `<p>You began this in Seller Central. Springline on this computer finishes it, after asking you.</p>` +
      `<p><a class="go" data-action="continue" rel="noreferrer" href="${escapeText(link)}">Open Springline</a></p>` +
      `<p>If you did not begin this, close this page. Nothing will be connected.</p>` +
      appSection(appPage),
  )
}
