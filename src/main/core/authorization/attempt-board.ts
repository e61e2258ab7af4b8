import type { AccessAnswer } from '../../../shared/domain/access.ts'
import type { AccountId, AttemptId, DatasetId, Instant } from '../../../shared/domain/ids.ts'

export type CheckCode = 'identity' | 'stored' | 'permissions' | 'profiles' | 'syncing'
export type CheckState = 'waiting' | 'running' | 'passed' | 'failed'

export interface Check {
  readonly code: CheckCode
  readonly state: CheckState
  readonly at: Instant | null
}

/** One dataset's answer after the consent, the worst over the account's channels. */
export interface AccessLine {
  readonly dataset: DatasetId
  readonly title: string
  readonly answer: AccessAnswer
  /** The worst answer before; null when it was never asked. */
  readonly before: AccessAnswer | null
  readonly evidence: string | null
}

/** What is known of an attempt beyond its row; kept in memory, because after a restart the row says enough. */
export interface AttemptMemory {
  readonly surface: 'popup' | 'browser'
  /** Host whose pages are shown first. */
  readonly host: string
  readonly checks: readonly Check[]
  readonly access: readonly AccessLine[]
  /** True from the new permission until verification has ended. */
  readonly verifying: boolean
  /** The account that was connected, known even when a new one was being added; null before. */
  readonly connectedAs: AccountId | null
  /** Ends the consent pages; harmless when they are gone. */
  readonly closePages: () => void
}

export interface AttemptBoard {
  read(id: AttemptId): AttemptMemory | null
  write(id: AttemptId, change: Partial<AttemptMemory>): void
  /** Something outside this memory changed, e.g. the row. */
  tell(id: AttemptId): void
  /** Moves one check on and tells who listens. */
  tick(id: AttemptId, code: CheckCode, state: CheckState): void
}

const NOTHING: Omit<AttemptMemory, 'checks'> = {
  surface: 'popup',
  host: '',
  access: [],
  verifying: false,
  connectedAs: null,
  closePages: () => undefined,
}

/** Remembers how the attempts of this run of the app go, and tells about every change. */
export function createAttemptBoard(now: () => Instant, onChange: (id: AttemptId) => void): AttemptBoard {
  const kept = new Map<AttemptId, AttemptMemory>()
  const write = (id: AttemptId, change: Partial<AttemptMemory>) => {
    kept.set(id, { ...NOTHING, checks: [], ...kept.get(id), ...change })
    onChange(id)
  }
  return {
    read: (id) => kept.get(id) ?? null,
    write,
    tell: onChange,
    tick: (id, code, state) => {
      const checks = kept.get(id)?.checks ?? []
      const at = state === 'waiting' || state === 'running' ? null : now()
      const others = checks.some((one) => one.code === code)
        ? checks.map((one) => (one.code === code ? { code, state, at } : one))
        : [...checks, { code, state, at }]
      write(id, { checks: others })
    },
  }
}
