/** Safe inside HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
}

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f3f3f0;color:#23231f}
.banner{background:#3b3b36;color:#fff;padding:8px 24px;font-size:14px}
main{max-width:520px;margin:40px auto;padding:32px;background:#fff;border:1px solid #d6d5cf;border-radius:6px}
h1{font-size:22px;margin:0 0 8px}
p,ul{margin:0 0 16px}
button{font:inherit;padding:10px 16px;border-radius:4px;border:1px solid #8a897f;background:#fff;color:#23231f;cursor:pointer}
button:focus-visible{outline:3px solid #1f6feb;outline-offset:2px}
.account{display:block;width:100%;text-align:left;margin:0 0 8px}
.account small{display:block;color:#5b5a52}
.yes{background:#23231f;color:#fff;border-color:#23231f}
@media (prefers-color-scheme:dark){body{background:#1c1c1a;color:#ecebe4}main{background:#262623;border-color:#45443e}button{background:#31312d;color:#ecebe4}.account small{color:#b5b4aa}.yes{background:#ecebe4;color:#1c1c1a}}
`

/** A whole page; `body` is HTML already. The banner says on every page that none of this is real. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><div class="banner" role="note">Stand-in for Amazon. Nothing here is real.</div><main>${body}</main></body></html>`
}
