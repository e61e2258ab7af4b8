import { appSection } from './app-section.ts'
import { escapeText, writePage } from './page.ts'

/**
 * Shown outside the popup. The person compares the code with the one in Springline and goes on by hand, so that nobody
 * can be made to finish somebody else's attempt. Where the link cannot be opened, the text can be pasted instead.
 */
export function continuePage(page: {
  shortCode: string
  link: string
  pasteText: string | undefined
  appPage: string | undefined
}): Response {
  const code = escapeText(page.shortCode)
  return writePage(
    'Check the code, then continue',
    `<p>Springline shows a code for this connection. Continue only if it is the same as this one:</p>` +
      `<p class="code" data-short-code="${code}">${code}</p>` +
      `<p><a class="go" data-action="continue" rel="noreferrer" href="${escapeText(page.link)}">The codes match: continue</a></p>` +
      `<p>If they differ, or Springline is not waiting for you, close this page. Nothing will be connected.</p>` +
      (page.pasteText === undefined ? '' : pasteSection(page.pasteText)) +
      appSection(page.appPage),
  )
}

function pasteSection(text: string): string {
  return (
    `<details><summary>Nothing happens when I continue</summary>` +
    `<p>Copy this text into Springline, on this computer only. Never send it to anybody: nobody else needs it.</p>` +
    `<pre data-handoff>${escapeText(text)}</pre></details>`
  )
}
