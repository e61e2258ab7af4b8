import type { Notice } from '../../../shared/domain/notice.ts'
import { findIncidents } from './find-incidents.ts'
import { findNews, findOldNews } from './find-news.ts'
import { INCIDENT_CODES, type NoticeDecision, type NoticeDraft, type NoticeQuestion } from './notice-question.ts'
import { DIGEST_FROM, DIGEST_SPAN_MS } from './policy.ts'

/**
 * What to post and what to withdraw, from what is wrong now and what has been told: one notice per incident, withdrawn
 * when it is repaired; three incidents within ten minutes are told once, as a digest. Pure; deciding twice changes nothing.
 */
export function decideNotices(question: NoticeQuestion): NoticeDecision {
  const { standing } = question
  const incidents = findIncidents(question)
  const told = new Set(standing.map((one) => one.key))
  const fresh = [...incidents, ...findNews(question)].filter((one) => !told.has(one.key))
  const repaired = standing.filter((one) => isRepaired(one, incidents)).map((one) => one.key)
  return withDigest(question, { post: fresh, withdraw: [...new Set([...repaired, ...findOldNews(question)])], hush: [] })
}

/** A lost day stays lost, and news has its own end; a digest goes when nothing it told about is left. */
function isRepaired(notice: Notice, incidents: readonly NoticeDraft[]): boolean {
  if (notice.code === 'digest') return incidents.length === 0
  if (notice.code === 'days-lost' || !INCIDENT_CODES.has(notice.code)) return false
  return !incidents.some((one) => one.key === notice.key)
}

function withDigest({ standing, now }: NoticeQuestion, decision: NoticeDecision): NoticeDecision {
  const fresh = decision.post.filter((one) => INCIDENT_CODES.has(one.code))
  const recent = standing.filter(
    (one) => INCIDENT_CODES.has(one.code) && now - one.postedAt < DIGEST_SPAN_MS && !decision.withdraw.includes(one.key),
  )
  const count = fresh.length + recent.length
  if (fresh.length === 0 || count < DIGEST_FROM) return decision
  const post = decision.post.map((one) => (INCIDENT_CODES.has(one.code) ? { ...one, quiet: true } : one))
  const digest = standing.find((one) => one.code === 'digest' && !decision.withdraw.includes(one.key))
  const hush = recent.map((one) => one.key)
  if (digest !== undefined && now - digest.postedAt < DIGEST_SPAN_MS) return { ...decision, post, hush }
  const draft: NoticeDraft = { key: `digest/${now}`, code: 'digest', accountId: null, channelId: null, facts: { count }, quiet: false }
  return { post: [...post, draft], withdraw: digest === undefined ? decision.withdraw : [...decision.withdraw, digest.key], hush }
}
