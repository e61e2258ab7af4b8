import type { NoticesView } from '../../../shared/contract/views/app.ts'
import { NOTICE_CODES } from '../../../shared/domain/notice.ts'
import { noticeText } from '../../text/notice-text.ts'
import type { StatusCode } from '../../text/status-text.ts'

/** A notice as it is read; a code from a newer core still names its channel. */
export function noticeWords(notice: Pick<NoticesView['notices'][number], 'code' | 'name' | 'facts'>): {
  readonly sign: StatusCode
  readonly title: string
  readonly body: string
} {
  const code = NOTICE_CODES.find((one) => one === notice.code)
  const name = notice.name ?? 'A channel'
  if (code === undefined) return { sign: 'stale', title: `${name} has news`, body: 'Open the channel to see it.' }
  const text = noticeText[code]
  return { sign: text.sign, title: text.title(name), body: text.body(notice.facts) }
}
