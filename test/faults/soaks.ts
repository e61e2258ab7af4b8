import { callbackSoak } from './callback/callback-soak.ts'
import { callsSoak } from './calls/calls-soak.ts'
import { privacySoak } from './privacy/privacy-soak.ts'
import { secretsSoak } from './secrets/secrets-soak.ts'
import type { Soak } from './soak.ts'

/** Every soak by its name. */
export const soaks: readonly Soak[] = [callbackSoak, callsSoak, privacySoak, secretsSoak]
