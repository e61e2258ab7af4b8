import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RUN_WAYS } from '../../../shared/domain/run.ts'
import { MOST_KEPT, MOST_KEPT_TOTAL_BYTES } from './policy.ts'

/** What is remembered of a refused document: enough to read it again as if it had just been fetched. */
const schema = z.object({
  dataset: z.string(),
  /** Amazon's report id. */
  report: z.string().nullable(),
  runId: z.string(),
  channelId: z.number().int(),
  request: z.enum(['days', 'changes']),
  way: z.enum(RUN_WAYS),
  /** Epoch days, half open. */
  from: z.number().int(),
  until: z.number().int(),
  fetchedAt: z.number(),
  reason: z.string(),
  /** Charset that the download was labelled with. */
  charset: z.string().nullable(),
  bytes: z.number(),
  header: z.array(z.string()).nullable(),
  verdict: z.string(),
  /** Mark of the reader that tried last. */
  readBy: z.string(),
  hasBody: z.boolean(),
})

export type KeptNote = z.output<typeof schema>

/** Writes a note and, where it may be kept, its packed body, in place of what is kept of the same report. Files 0600, the oldest go first. */
export function writeKept(folder: string, note: KeptNote, body: Uint8Array | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const id = idOf(note)
  if (body === null) rmSync(join(folder, `${id}.gz`), { force: true })
  else writeFileSync(join(folder, `${id}.gz`), body, { mode: 0o600 })
  writeNote(folder, id, note)
  dropEarlier(folder, id, note)
  dropOldest(folder)
}

export function writeNote(folder: string, id: string, note: KeptNote): void {
  writeFileSync(join(folder, `${id}.json`), `${JSON.stringify(note, null, 2)}\n`, { mode: 0o600 })
}

/** Ids of what is kept, oldest first. */
export function keptIds(folder: string): readonly string[] {
  try {
    return [...new Set(readdirSync(folder).map((file) => file.replace(/\.(json|gz)$/, '')))].sort()
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return []
    throw cause
  }
}

/** Null when there is none, or when it was written before documents could be read again. */
export function readNote(folder: string, id: string): KeptNote | null {
  if (!keptIds(folder).includes(id)) return null
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(join(folder, `${id}.json`), 'utf8')))
    return read.success ? read.data : null
  } catch (cause) {
    if (cause instanceof SyntaxError || isCode(cause, 'ENOENT')) return null
    throw cause
  }
}

/** The packed body; null when it is gone. */
export function readKeptBody(folder: string, id: string): Uint8Array | null {
  try {
    return readFileSync(join(folder, `${id}.gz`))
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null
    throw cause
  }
}

export function dropKept(folder: string, id: string): void {
  for (const end of ['json', 'gz']) rmSync(join(folder, `${id}.${end}`), { force: true })
}

/**
 * Begins with the time, so that names sort by age, and ends in the run's id, by which an account's documents are found. A run
 * may fetch several reports at the same time.
 */
function idOf({ fetchedAt, dataset, report, runId }: Pick<KeptNote, 'fetchedAt' | 'dataset' | 'report' | 'runId'>): string {
  const names = [dataset, ...(report === null ? [] : [report.slice(0, 40)]), runId]
  return [String(fetchedAt).padStart(15, '0'), ...names.map(plain)].join('-')
}

/** A listed report is fetched again and again; its notes would push out the bodies of others. */
function dropEarlier(folder: string, id: string, { dataset, channelId, report }: KeptNote): void {
  if (report === null) return
  for (const other of keptIds(folder)) {
    const note = other === id ? null : readNote(folder, other)
    if (note?.report === report && note.dataset === dataset && note.channelId === channelId) dropKept(folder, other)
  }
}

function dropOldest(folder: string): void {
  let bytes = 0
  keptIds(folder)
    .toReversed()
    .forEach((id, place) => {
      bytes += sizeOf(join(folder, `${id}.gz`))
      if (place >= MOST_KEPT || bytes > MOST_KEPT_TOTAL_BYTES) dropKept(folder, id)
    })
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === code
}

function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 80)
}
