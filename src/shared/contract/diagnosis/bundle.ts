import { z } from 'zod'
import { instant } from '../scalars.ts'
import { diagnosis } from './diagnosis.ts'
import { observations } from './observations.ts'

/** What a support bundle holds: the observations, the verdict made from them, and which program made it. */
export const diagnosisBundle = z.strictObject({
  kind: z.literal('springline-diagnosis'),
  version: z.literal(1),
  madeAt: instant,
  app: z.strictObject({ version: z.string().max(40), platform: z.string().max(40), host: z.string().max(20) }),
  /** The account's name; null unless the person asked for names. */
  name: z.string().max(80).nullable(),
  observations,
  diagnosis,
})
export type DiagnosisBundle = z.infer<typeof diagnosisBundle>

/** Longest bundle that is read back; a real one has some ten thousand characters. */
export const LONGEST_BUNDLE = 2_000_000
