import type { MiddlewareHandler } from 'hono'
import { PAGE_STYLE_HASH } from '../pages/page.ts'

const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src '${PAGE_STYLE_HASH}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** On every answer: nothing is kept, nothing is passed on, nothing runs, nothing may frame it. */
export const secureHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  const headers = context.res.headers
  headers.set('Cache-Control', 'no-store')
  headers.set('Referrer-Policy', 'no-referrer')
  headers.set('Content-Security-Policy', CONTENT_POLICY)
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  headers.set('Strict-Transport-Security', 'max-age=31536000')
}
