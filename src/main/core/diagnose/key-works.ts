import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import { KEY_PROOF_MS } from './policy.ts'

/** The app's key is proven by any renewal with it that Amazon answered, be it by refusing the permission behind it. */
export function keyWorks({ grants, others, asOf }: Observations): boolean {
  if (grants.some((one) => one.asked?.renewed === true || one.asked?.cause === 'grant-withdrawn-or-changed')) return true
  return others.keyWorkedAt !== null && asOf - others.keyWorkedAt < KEY_PROOF_MS
}
