import type { Evidence } from '../../../shared/domain/evidence.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Ports } from '../ports/ports.ts'
import type { EvidenceBook, EvidenceScope } from '../ports/evidence-book.ts'
import { FINE_EVERY_MS, SAME_EVERY_MS } from './policy.ts'

/** Newest observations read back at the start. */
const RECALLED = 2_000

/** The book as its owner sees it. */
export interface RecallingBook extends EvidenceBook {
  /** Reads back what was written last before the app ended, so that the end of an old trouble is noticed. */
  recall(): Promise<void>
}

interface Written {
  readonly outcome: Evidence['outcome']
  readonly at: Instant
}

/** A good answer costs no write: *fine* is kept when it ends a trouble or an hour after the last one, the same trouble once a minute. */
export function createEvidenceBook({ clock, log, stores }: Pick<Ports, 'clock' | 'log' | 'stores'>): RecallingBook {
  const written = new Map<string, Written>()

  function write(scope: EvidenceScope, outcome: Evidence['outcome'], said: string): void {
    const at = clock.now()
    written.set(keyOf(scope), { outcome, at })
    const { accountId, family, channelId, dataset, source } = scope
    void stores.evidence.note({ at, accountId, family, channelId, dataset, source, outcome, said }).catch(() => {
      // A disk that takes nothing more takes no evidence either; the log may be elsewhere.
      log.write('warn', 'evidence-not-kept', { source, outcome })
    })
  }

  return {
    recall: async () => {
      // Oldest first, so that the newest of each scope stands in the end.
      for (const one of (await stores.evidence.kept({ limit: RECALLED })).toReversed())
        written.set(keyOf(one), { outcome: one.outcome, at: one.at })
    },
    trouble: (scope, cause, said) => {
      const last = written.get(keyOf(scope))
      if (last?.outcome === cause && isWithin(clock.now() - last.at, SAME_EVERY_MS)) return
      write(scope, cause, said)
    },
    fine: (scope, said) => {
      const last = written.get(keyOf(scope))
      const isNews = last === undefined ? isWide(scope) : last.outcome !== 'fine' || !isWithin(clock.now() - last.at, FINE_EVERY_MS)
      if (isNews) write(scope, 'fine', said)
    },
  }
}

/** A clock set back must not silence anything. */
function isWithin(ageMs: number, spanMs: number): boolean {
  return ageMs >= 0 && ageMs < spanMs
}

/** What concerns one dataset of one channel is only written down in trouble and after it: there are too many of them. */
function isWide({ channelId, dataset }: EvidenceScope): boolean {
  return channelId === null && dataset === null
}

function keyOf({ accountId, family, channelId, dataset, source }: EvidenceScope): string {
  return JSON.stringify([accountId, family, channelId, dataset, source])
}
