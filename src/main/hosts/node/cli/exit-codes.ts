import type { Failure } from '../../../../shared/contract/failures.ts'

/** Exit codes of the command line (docs/cli.md). */
export const EXIT = { done: 0, failed: 1, usage: 2, needsPerson: 3, inUse: 4, amazonTrouble: 5 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export function exitFor(failure: Failure): ExitCode {
  switch (failure.code) {
    case 'bad-request':
    case 'not-found':
      return EXIT.usage
    case 'reconnect-required':
      return EXIT.needsPerson
    case 'busy':
      return EXIT.inUse
    case 'offline':
      return EXIT.amazonTrouble
    case 'internal':
      return EXIT.failed
  }
}
