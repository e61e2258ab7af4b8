import { z } from 'zod'
import { rung } from './diagnosis/diagnosis.ts'
import { accountId, attemptId } from './scalars.ts'

/** What the window is told. `changed` names topics to read again; values always come by a call, so they are checked once. */
export const events = {
  changed: z.object({
    topics: z.array(z.enum(['app', 'channels', 'coverage', 'backfill', 'activity', 'reports', 'notices', 'settings', 'invitations'])),
  }),
  'attempt-moved': z.object({ id: attemptId }),
  /** What a diagnosis on its way has seen so far; its verdict comes as the answer of `diagnose.run`. */
  'diagnosis-moved': z.object({ accountId, steps: z.array(rung) }),
  /** A click on a notice or the tray: show this place. */
  navigate: z.object({ screen: z.enum(['channels', 'channel', 'notices', 'settings', 'help']), accountId: accountId.nullable() }),
} as const

export type Events = typeof events
export type EventName = keyof Events
export type EventValue<Name extends EventName> = z.output<Events[Name]>
export type Topic = EventValue<'changed'>['topics'][number]
