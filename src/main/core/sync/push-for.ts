import { assertNever } from '../../../shared/lib/never.ts'
import type { WakeReason } from '../ports/sync-progress.ts'
import type { Push } from './account-engine.ts'

/** What a reason to wake allows. What names one account was asked for by a person, so it never has to wait. */
export function pushFor(reason: WakeReason, isForOne: boolean): Push {
  switch (reason) {
    case 'requested':
      return { urgent: true, opensDoors: true, requested: true }
    case 'reconnected':
      return { urgent: true, opensDoors: true, requested: false }
    case 'start':
    case 'resume':
    case 'online':
      return { urgent: isForOne, opensDoors: true, requested: false }
    case 'timer':
      return { urgent: isForOne, opensDoors: false, requested: false }
    default:
      return assertNever(reason)
  }
}
