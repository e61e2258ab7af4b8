import type { CycleReport } from '../ports/sync-progress.ts'
import type { AccountEngine } from './account-engine.ts'
import { cycleReport } from './cycle-report.ts'
import type { EngineRoom } from './engine-room.ts'

export interface RunOnceOrder {
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** One cycle of the chosen accounts, to the end; with the signal it stops and leaves durable runs to be resumed. */
export async function runOnce(
  room: EngineRoom,
  chosen: readonly AccountEngine[],
  { signal, onProgress }: RunOnceOrder,
): Promise<CycleReport> {
  const before = new Map(chosen.map((engine) => [engine, engine.records().length]))
  const runs = () => chosen.flatMap((engine) => engine.records().slice(before.get(engine) ?? 0))
  const silence = room.onChange(() => {
    const open = chosen.reduce((sum, engine) => sum + engine.open(), 0)
    onProgress(runs().length, runs().length + open)
  })
  const halt = () => chosen.forEach((engine) => engine.halt())
  signal.addEventListener('abort', halt, { once: true })
  if (!signal.aborted) chosen.forEach((engine) => engine.push({ urgent: true, opensDoors: true, requested: false }))
  await Promise.all(chosen.map((engine) => engine.whenIdle()))
  signal.removeEventListener('abort', halt)
  silence()
  return cycleReport(
    runs(),
    chosen.flatMap((engine) => engine.progress().waiting),
    signal.aborted,
  )
}
