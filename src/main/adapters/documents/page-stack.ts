import { createHash } from 'node:crypto'
import type { RunId } from '../../../shared/domain/ids.ts'
import type { Row } from '../../datasets/document.ts'
import type { CollectedRows } from './collect-verdicts.ts'

interface Stack {
  readonly rows: Row[]
  readonly cursors: Map<string, string | null>
  readonly notes: Set<string>
  foreignRows: number
  bytes: number
}

/** Rows of pages read so far, per run. A page delivered twice counts once. */
export interface PageStack {
  /** The cursor that this very page gave when it was read before; undefined when it is new. */
  cursorOf(runId: RunId, page: Uint8Array): string | null | undefined
  add(runId: RunId, page: Uint8Array, read: CollectedRows & { readonly cursor: string | null }): void
  take(
    runId: RunId,
  ): { readonly rows: readonly Row[]; readonly notes: ReadonlySet<string>; readonly foreignRows: number; readonly bytes: number } | null
  drop(runId: RunId): void
}

export function createPageStack(): PageStack {
  const stacks = new Map<RunId, Stack>()
  return {
    cursorOf: (runId, page) => stacks.get(runId)?.cursors.get(fingerprint(page)),
    add: (runId, page, read) => {
      const stack: Stack = stacks.get(runId) ?? { rows: [], cursors: new Map(), notes: new Set(), foreignRows: 0, bytes: 0 }
      for (const row of read.rows) stack.rows.push(row)
      for (const note of read.notes) stack.notes.add(note)
      stack.cursors.set(fingerprint(page), read.cursor)
      stack.foreignRows += read.foreignRows
      stack.bytes += page.byteLength
      stacks.set(runId, stack)
    },
    take: (runId) => stacks.get(runId) ?? null,
    drop: (runId) => void stacks.delete(runId),
  }
}

function fingerprint(page: Uint8Array): string {
  return createHash('sha256').update(page).digest('base64')
}
