import type { AttemptView } from '../../../shared/contract/views/attempt.ts'
import type { AccessAnswer } from '../../../shared/domain/access.ts'
import { maskId } from '../../format/mask-id.ts'
import type { CheckRow, CheckState } from '../../parts/flow/check-list.tsx'
import { checkText } from '../../text/attempt-text.ts'
import type { Words } from '../common/words.ts'

type Check = AttemptView['checks'][number]

const states: Readonly<Record<Check['state'], CheckState>> = { waiting: 'waiting', running: 'asking', passed: 'granted', failed: 'refused' }

/** The fixed checks of an attempt in their order, each with its time. */
export function checkRows(attempt: AttemptView, words: Words): CheckRow[] {
  return attempt.checks.map((check) => ({
    key: check.code,
    state: states[check.state],
    text: textOf(check, attempt),
    ...(check.at === null ? {} : { fact: words.evidence(check.at) }),
  }))
}

function textOf(check: Check, attempt: AttemptView): string {
  const identity = attempt.foundIdentity ?? attempt.expectedIdentity
  if (check.state !== 'passed')
    return check.code === 'identity' && attempt.expectedIdentity === null ? 'Which account is it?' : checkText[check.code].ahead
  if (attempt.expectedIdentity !== null) return checkText[check.code].passed(identity === null ? '' : maskId(identity))
  if (check.code === 'identity') return identity === null ? 'Amazon named the account' : `Amazon named the account, ${maskId(identity)}`
  return check.code === 'stored' ? 'Permission stored' : checkText[check.code].passed('')
}

const answers: Readonly<Record<AccessAnswer, { readonly state: CheckState; readonly fact: string }>> = {
  granted: { state: 'granted', fact: 'accepted' },
  refused: { state: 'reduced', fact: 'role missing' },
  'not-yet-proven': { state: 'unproven', fact: 'proven by its first report' },
}

/** What Amazon now allows, dataset by dataset. */
export function accessRows(attempt: AttemptView): CheckRow[] {
  return attempt.access.map((one) => ({
    key: one.dataset,
    state: answers[one.answer].state,
    text: one.title,
    fact: changed(one) ?? answers[one.answer].fact,
  }))
}

/** What the new permission changed; null where it is as it was, or nothing was known before. */
function changed({ answer, before }: AttemptView['access'][number]): string | null {
  if (before === 'refused' && answer === 'granted') return 'accepted now, was refused'
  if (before === 'refused' && answer === 'refused') return 'still refused'
  return before === 'granted' && answer === 'refused' ? 'role missing, was accepted' : null
}
