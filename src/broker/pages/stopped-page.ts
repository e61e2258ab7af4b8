import { writePage } from './page.ts'

/** For an answer that belongs to no attempt we began, or came too late. Says what to do, and nothing of what arrived. */
export function stoppedPage(why: keyof typeof TITLE, order: { status: 400 | 429; retryAfterSeconds?: number } = { status: 400 }): Response {
  const page = writePage(TITLE[why], `<p>${NEXT[why]}</p>`, order.status)
  if (order.retryAfterSeconds !== undefined) page.headers.set('retry-after', String(order.retryAfterSeconds))
  return page
}

const TITLE = {
  unknown: 'This page does not belong to a connection',
  late: 'This took longer than ten minutes',
  incomplete: 'Amazon sent an incomplete answer',
  busy: 'Too many requests from this network',
} as const

const NEXT = {
  unknown: 'Nothing was connected. Open Springline and choose Connect or Reconnect there.',
  late: 'For your safety the attempt has ended and nothing was connected. Open Springline and choose Reconnect again.',
  incomplete: 'Nothing was connected. Open Springline and choose Reconnect again.',
  busy: 'Nothing was connected yet. Wait a minute, then load this page again.',
} as const
