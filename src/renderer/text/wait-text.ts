import type { BackfillRowView } from '../../shared/contract/views/channel-detail.ts'

type BackfillStep = BackfillRowView['state']

export interface StepText {
  readonly word: string
  /** Why it stands there; `until` is the local time of the next look where one is known. */
  reason(until: string | null): string | null
}

/** What a row of a backfill is doing, and why it waits. */
export const stepText: Readonly<Record<BackfillStep, StepText>> = {
  done: { word: 'Done', reason: () => null },
  running: { word: 'Reading the report', reason: () => 'Days are stored as they arrive' },
  'waiting-for-amazon': {
    word: 'Amazon is preparing it',
    reason: (until) => (until === null ? 'Usually 4 to 20 min' : `Next look ${until}`),
  },
  'waiting-for-quota': {
    word: 'Waiting for quota',
    reason: (until) => (until === null ? 'Amazon lets us ask for one more then' : `Amazon lets us ask for one more at ${until}`),
  },
  'waiting-its-turn': { word: 'Waiting its turn', reason: (until) => (until === null ? null : `Not before ${until}`) },
  failed: { word: 'Did not work', reason: (until) => (until === null ? 'It is tried again by itself' : `Next try ${until}`) },
  refused: { word: 'Amazon refuses it', reason: () => 'The permission for this dataset is missing' },
  lost: { word: 'Cannot be had any more', reason: () => 'Amazon no longer keeps these days' },
}

/** Said instead of a refusal where the whole permission has ended: nothing of this dataset is missing by itself. */
export const untilReconnect: StepText = { word: 'Waiting for the reconnect', reason: () => 'Fetched by itself afterwards' }

/** Codes a planned slice may wait for. */
export const WAIT_CODES = [
  'quota',
  'amazon-prepares',
  'back-off',
  'permission-missing',
  'no-access',
  'offline',
  'its-turn',
  'paused',
] as const
export type WaitCode = (typeof WAIT_CODES)[number]

export const waitText: Readonly<Record<WaitCode, string>> = {
  quota: 'Waiting for quota',
  'amazon-prepares': 'Amazon is preparing it',
  'back-off': 'Waiting before the next try',
  'permission-missing': 'The permission for this dataset is missing',
  'no-access': 'Waiting for a reconnect',
  offline: 'Waiting for the network',
  'its-turn': 'Waiting its turn',
  paused: 'Paused',
}
