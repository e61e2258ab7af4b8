import type { ActivityKind } from '../../shared/domain/activity.ts'
import type { RunOutcome, RunReason } from '../../shared/domain/run.ts'

/** One line of the time-line per kind. */
export const activityText: Readonly<Record<ActivityKind, string>> = {
  connected: 'Connected',
  reconnected: 'Connected again',
  'attempt-opened': 'Amazon’s consent page was opened',
  'attempt-ended': 'The attempt at Amazon ended',
  'renewal-refused': 'Amazon refused a renewal; asked once more',
  'reconnect-required': 'Amazon refused again; a person has to reconnect',
  verified: 'Asked Amazon what is allowed',
  'run-ended': 'A request ended',
  restated: 'Amazon corrected figures of days already here',
  paused: 'Paused',
  resumed: 'Resumed',
  disconnected: 'Disconnected; history stays',
  'amazon-trouble': 'Amazon had trouble over several accounts',
  'publisher-problem': 'Amazon refused the key of the app itself',
  'callback-dropped': 'An answer that fits no open attempt was dropped',
  'secret-replaced': 'The client secret of the private app was replaced',
}

export const outcomeText: Readonly<Record<RunOutcome, string>> = {
  complete: 'complete',
  partial: 'partly here',
  postponed: 'postponed',
  refused: 'refused',
  failed: 'did not work',
  stopped: 'stopped',
}

export const reasonText: Readonly<Record<RunReason, string>> = {
  due: 'due',
  gap: 'missing days',
  settling: 'still settling',
  requested: 'asked for',
}
