import type { NotAsked, Step } from '../../../shared/domain/step.ts'
import type { RuledOut } from '../../../shared/contract/diagnosis/diagnosis.ts'

/** A step's title when all is well there, and when it is not. */
export const stepText: Readonly<Record<Step, { readonly fine: string; readonly trouble: string }>> = {
  network: { fine: 'This computer is online', trouble: 'The network is in the way' },
  clock: { fine: 'The clock is right', trouble: 'The clock is wrong' },
  computer: { fine: 'This computer can store', trouble: 'This computer is in the way' },
  amazon: { fine: 'Amazon is reachable', trouble: 'Amazon does not answer as it should' },
  wider: { fine: 'No wider trouble', trouble: 'Several accounts fail alike' },
  'app-key': { fine: 'The app’s own key works', trouble: 'The app’s key is refused' },
  grant: { fine: 'The permission is in force', trouble: 'The permission is refused' },
  identity: { fine: 'Same account as before', trouble: 'Another account answers' },
  standing: { fine: 'The account is in good standing', trouble: 'The account is held back' },
  permissions: { fine: 'Rights for each dataset', trouble: 'Rights are missing' },
  advertising: { fine: 'Advertising', trouble: 'Advertising is refused' },
  work: { fine: 'Fetching goes on', trouble: 'Fetching waits' },
}

/** Why a step was not asked. */
export const notAskedText: Readonly<Record<NotAsked, string>> = {
  'stored-only': 'not asked, from stored evidence',
  'no-network': 'cannot be asked without a network',
  'amazon-down': 'cannot be asked while Amazon is down',
  'no-permission': 'cannot be asked without permission',
  'not-connected': 'not connected',
  'vault-closed': 'cannot be asked while the keys are locked',
  'reading-only': 'asked by the running app alone',
  'second-refusal-due': 'waits for the second answer',
  'no-time': 'no time was left',
  'nothing-cheap': 'Amazon offers no cheap question',
}

export const ruledOutText: Readonly<Record<RuledOut, string>> = {
  network: 'network',
  clock: 'clock',
  computer: 'this computer',
  'amazon-outage': 'Amazon outage',
  'app-key': 'app key',
  grant: 'permission',
  'wrong-account': 'wrong account',
  'wrong-region': 'wrong region',
  permissions: 'missing rights',
}

/** How a verdict is known. */
export const knownText = {
  observed: 'Cause, seen just now',
  concluded: 'Cause, concluded from what is on record',
  'last-known': 'Cause, from the last answers on record',
  undecided: 'Refused once; a second answer decides within minutes',
} as const
