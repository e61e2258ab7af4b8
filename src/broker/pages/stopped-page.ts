import { writePage } from './page.ts'

/** For an answer that belongs to no attempt we began, or came too late. Says what to do, and nothing of what arrived. */
export function stoppedPage(why: 'unknown' | 'late' | 'incomplete'): Response {
  return writePage(TITLE[why], `<p>${NEXT[why]}</p>`, 400)
}

const TITLE = {
  unknown: 'This page does not belong to a connection',
  late: 'This took longer than ten minutes',
  incomplete: 'Amazon sent an incomplete answer',
} as const

const NEXT = {
  unknown: 'Nothing was connected. Open Springline and choose Connect or Reconnect there.',
  late: 'For your safety the attempt has ended and nothing was connected. Open Springline and choose Reconnect again.',
  incomplete: 'Nothing was connected. Open Springline and choose Reconnect again.',
} as const
