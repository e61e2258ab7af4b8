import { backOffAfter, BACK_OFFS, type BackOffCause } from '../../../shared/domain/back-off.ts'

/** What makes an account's way into an API family rest, and the cause whose waits it takes. */
const CAUSES = {
  'amazon-trouble': 'amazon-trouble',
  offline: 'offline',
  'account-problem': 'account-problem',
  'wrong-region': 'wrong-region',
  'application-credential-ended': 'application-key-ended',
  storage: 'storage-trouble',
  'no-access': 'amazon-trouble',
} as const satisfies Readonly<Record<string, BackOffCause>>

export type BackOffKind = keyof typeof CAUSES

/** Wait before the next try after `failures` in a row. */
export function backOffMs(kind: BackOffKind, failures: number, fraction: number): number {
  return backOffAfter(CAUSES[kind], failures, fraction)
}

export function longestBackOffMs(kind: BackOffKind): number {
  return BACK_OFFS[CAUSES[kind]].longestMs
}

/** Trouble of the world around, which closes a door; what the disk or a refusal does is told elsewhere. */
export function isWeather(kind: string): kind is Exclude<BackOffKind, 'storage' | 'no-access'> {
  return kind !== 'storage' && kind !== 'no-access' && Object.hasOwn(CAUSES, kind)
}
