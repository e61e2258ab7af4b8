import { brokerSoak } from './broker/broker-soak.ts'
import { callbackSoak } from './callback/callback-soak.ts'
import { callsSoak } from './calls/calls-soak.ts'
import { diagnosisSoak } from './diagnosis/diagnosis-soak.ts'
import { quotaSoak } from './quota/quota-soak.ts'
import { secretsSoak } from './secrets/secrets-soak.ts'
import type { Soak } from './soak.ts'
import { truthfulSoak } from './truthful/truthful-soak.ts'

/** Every soak by its name. */
export const soaks: readonly Soak[] = [brokerSoak, callbackSoak, callsSoak, diagnosisSoak, quotaSoak, secretsSoak, truthfulSoak]
