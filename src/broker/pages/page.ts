import { createHash } from 'node:crypto'

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#1b1f24;background:#fff}' +
  '.code{font:600 2rem/1.2 ui-monospace,monospace;letter-spacing:.2em;margin:1.5rem 0}' +
  '.go{display:inline-block;padding:.6rem 1.2rem;border-radius:.4rem;background:#0b57d0;color:#fff;text-decoration:none}' +
  '.go:focus-visible{outline:3px solid #0b57d0;outline-offset:3px}' +
  'pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.4 ui-monospace,monospace}' +
  '@media (prefers-color-scheme:dark){body{color:#e6e8eb;background:#15181c}}'

/** Allows exactly this style in the content policy, and no other. */
export const PAGE_STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`

/** One plain page without script. `body` is markup of ours; whatever came from outside passes `escapeText` first. */
export function writePage(title: string, body: string, status: 200 | 400 | 404 | 429 = 200): Response {
  const page =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">` +
    `<meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title><style>${STYLE}</style></head>` +
    `<body><main><h1>${escapeText(title)}</h1>${body}</main></body></html>`
  return new Response(page, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}
