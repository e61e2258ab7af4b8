import { z } from 'zod'
import { FIXES } from '../../domain/cause.ts'
import { KNOWN, STEP_STATES, STEPS } from '../../domain/step.ts'
import { actor, apiFamily, facts, instant } from '../scalars.ts'
import { cause, notAsked } from './observations.ts'

export const known = z.enum(KNOWN)

export const rung = z.strictObject({
  step: z.enum(STEPS),
  state: z.enum(STEP_STATES),
  facts,
  because: notAsked.nullable(),
  tookMs: z.number().nullable(),
})

export const RULED_OUT = [
  'network',
  'clock',
  'computer',
  'amazon-outage',
  'app-key',
  'grant',
  'wrong-account',
  'wrong-region',
  'permissions',
] as const

/** One line of the evidence: when, what (a code the text tables know), what Amazon said, and its request id. */
export const evidenceLine = z.strictObject({
  at: instant,
  what: z.string().max(60),
  facts,
  said: z.string().max(200).nullable(),
  requestId: z.string().max(80).nullable(),
})

/** The verdict on one account; the same observations always give the same one. */
export const diagnosis = z.strictObject({
  asOf: instant,
  tookMs: z.number(),
  way: z.enum(['asked', 'stored']),
  /** Null: nothing is wrong. */
  cause: cause.nullable(),
  family: apiFamily.nullable(),
  known: known.nullable(),
  actor,
  /** Null when nothing is to be done. */
  fix: z.enum(FIXES).nullable(),
  facts,
  /** What else was found, in the order in which it would be looked at next. */
  also: z.array(z.strictObject({ cause, family: apiFamily.nullable(), known })),
  ruledOut: z.array(z.enum(RULED_OUT)),
  costs: z.strictObject({
    missingDays: z.number().int(),
    lostDays: z.number().int(),
    readyAt: instant.nullable(),
    leaving: z.strictObject({ title: z.string(), day: z.string(), leavesAt: instant }).nullable(),
  }),
  evidence: z.array(evidenceLine),
  steps: z.array(rung),
})

export type Rung = z.infer<typeof rung>
export type RuledOut = (typeof RULED_OUT)[number]
export type EvidenceLine = z.infer<typeof evidenceLine>
export type Diagnosis = z.infer<typeof diagnosis>
