import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Day } from '../../../../shared/domain/day.ts'

/** The part of a kept document's note that says whose it is. */
const noteSchema = z.object({ channelId: z.number(), until: z.number() })

/** Deletes refused documents of an account: by the run at the end of their names, and by the channel in their notes. */
export function dropKeptDocuments(
  folder: string,
  { runIds, channelIds }: { runIds: readonly string[]; channelIds: readonly number[] },
): void {
  for (const id of keptIds(folder)) {
    const note = noteOf(folder, id)
    if (runIds.some((run) => id.endsWith(`-${run}`)) || (note !== null && channelIds.includes(note.channelId))) drop(folder, id)
  }
}

/** Deletes refused documents of a channel that hold no day from `day` on. */
export function dropKeptBefore(folder: string, channelId: number, day: Day): void {
  for (const id of keptIds(folder)) {
    const note = noteOf(folder, id)
    if (note !== null && note.channelId === channelId && note.until <= day) drop(folder, id)
  }
}

function keptIds(folder: string): readonly string[] {
  return existsSync(folder) ? [...new Set(readdirSync(folder).map((file) => file.replace(/\.(json|gz)$/, '')))] : []
}

/** Null for a note of an older version, which names no channel. */
function noteOf(folder: string, id: string): z.output<typeof noteSchema> | null {
  const path = join(folder, `${id}.json`)
  if (!existsSync(path)) return null
  try {
    return noteSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null
  } catch (cause) {
    if (cause instanceof SyntaxError) return null
    throw cause
  }
}

function drop(folder: string, id: string): void {
  for (const end of ['json', 'gz']) rmSync(join(folder, `${id}.${end}`), { force: true })
}
