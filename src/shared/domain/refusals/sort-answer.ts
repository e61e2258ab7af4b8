import type { HeardAnswer } from './heard-answer.ts'
import type { Meaning } from './meaning.ts'
import { REFUSAL_RULES, type RefusalRule } from './refusal-rules.ts'

/** What an answer means, whoever gave it: the first rule that matches, else Amazon's trouble. Pure. */
export function sortAnswer(answer: HeardAnswer): Meaning {
  return REFUSAL_RULES.find((rule) => isAbout(rule, answer) && isSaid(rule.said, answer.error))?.means ?? 'amazon-trouble'
}

export function isAbout({ doors, status, body }: RefusalRule, answer: HeardAnswer): boolean {
  if (doors !== undefined && !doors.includes(answer.door)) return false
  if (body !== undefined && body !== answer.body) return false
  const hundreds = `${Math.floor(answer.status / 100)}xx`
  return status.some((one) => one === answer.status || one === hundreds)
}

export function isSaid(wanted: RefusalRule['said'], error: HeardAnswer['error']): boolean {
  if (wanted === undefined) return true
  if (error === null) return false
  if (wanted === 'anything') return true
  if (wanted === 'no details') return error.details.trim() === ''
  if ('code' in wanted) return wanted.code.test(error.code)
  // Amazon puts the telling words into the details, and at times into the message.
  return wanted.words.test(error.details) || wanted.words.test(error.message)
}
