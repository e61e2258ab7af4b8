import { benchOrder, START_MS } from './lib/bench-channel.ts'
import { startBuiltStores } from './lib/built-stores.ts'
import { watchLoop } from './lib/loop-watch.ts'
import type { BenchAnswer, BenchOptions } from './lib/bench.ts'
import { serveDocument } from './lib/serve-document.ts'

const LINES = 100_000
const DAYS = 30
const IDLE_MS = 2_000
/** A frame and a half: longer stops are felt. Source: the budget "loop-delay", with room for a shared machine. */
const MOST_MS = 25

/** How late the main thread's event loop is while the worker downloads and commits 100,000 lines. */
export async function bench(options: BenchOptions): Promise<BenchAnswer> {
  const served = await serveDocument({ lines: LINES, startMs: START_MS, days: DAYS, seed: options.seed })
  const held = await startBuiltStores([served.origin], options.built)
  await new Promise((resolve) => setTimeout(resolve, 500))
  const idle = watchLoop()
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
  const idleMaxMs = idle.stop()
  const busy = watchLoop()
  const began = performance.now()
  const done = await held.ingest.commitDocument(benchOrder('run_bench', DAYS), { url: served.url, gzip: true })
  const seconds = (performance.now() - began) / 1000
  const maxMs = busy.stop()
  const exact = done.ok && done.value.rows === LINES
  await held.end()
  served.close()
  const lines = [
    `ingested ${done.ok ? done.value.rows : 0} of ${LINES} lines in ${seconds.toFixed(2)} s (${Math.round(LINES / seconds)} lines/s)`,
    `longest stop of the main thread: ${maxMs.toFixed(1)} ms, idle ${idleMaxMs.toFixed(1)} ms (at most ${MOST_MS} ms)`,
  ]
  if (idleMaxMs > MOST_MS) lines.push('the machine is late without any work of ours: measure again when it is quieter')
  return {
    lines,
    cases: 1,
    violations: (exact ? 0 : 1) + (maxMs > MOST_MS ? 1 : 0),
    seconds,
    facts: { maxMs: round(maxMs), idleMaxMs: round(idleMaxMs), rows: LINES, packedBytes: served.document.packedBytes },
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
