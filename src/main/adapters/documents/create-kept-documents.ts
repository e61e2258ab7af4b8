import type { Channel } from '../../../shared/domain/account.ts'
import { interval, type Day } from '../../../shared/domain/day.ts'
import type { Finding } from '../../../shared/domain/finding.ts'
import type { ChannelId, DatasetId, RunId } from '../../../shared/domain/ids.ts'
import type { KeptDocument, Reread } from '../../../shared/domain/reread.ts'
import { brand } from '../../../shared/lib/brand.ts'
import type { IngestOrder } from '../../core/ports/document-ingest.ts'
import type { KeptDocuments } from '../../core/ports/kept-documents.ts'
import { commitBody } from './commit-body.ts'
import type { IngestWorld } from './ingest-world.ts'
import { dropKept, keptIds, readKeptBody, readNote, writeNote, type KeptNote } from './kept-note.ts'
import { readerMark } from './reader-mark.ts'

export type KeptWorld = Omit<IngestWorld, 'fetch' | 'allowedOrigins' | 'keepIn'> & { readonly keepIn: string }

export function createKeptDocuments(world: KeptWorld): KeptDocuments {
  return {
    list: async () =>
      keptIds(world.keepIn).flatMap((id) => {
        const note = readNote(world.keepIn, id)
        return note === null ? [] : [keptOf(world, id, note)]
      }),
    readAgain: (id, channel) => readAgain(world, id, channel),
  }
}

function keptOf(world: KeptWorld, id: string, note: KeptNote): KeptDocument {
  return {
    id,
    dataset: brand<DatasetId>(note.dataset),
    channelId: brand<ChannelId>(note.channelId),
    from: brand<Day>(note.from),
    until: brand<Day>(note.until),
    fetchedAt: note.fetchedAt,
    amazonReportId: note.report,
    hasBody: note.hasBody,
    isUntried: note.readBy !== markOf(world, note),
  }
}

async function readAgain(world: KeptWorld, id: string, channel: Channel | null): Promise<Reread> {
  const note = readNote(world.keepIn, id)
  const order = note === null || channel === null ? null : orderOf(world, note, channel)
  if (note === null || order === null) {
    dropKept(world.keepIn, id)
    return { kind: 'not-wanted' }
  }
  if (world.isOutdone(order)) {
    dropKept(world.keepIn, id)
    return { kind: 'newer-held' }
  }
  const body = note.hasBody && note.request === 'days' ? readKeptBody(world.keepIn, id) : null
  if (body !== null) return commitKept(world, { id, note, order }, body)
  // The next request for changes begins where the last good one ended, so it brings these and all later ones.
  writeNote(world.keepIn, id, { ...note, readBy: markOf(world, note) })
  return { kind: 'not-kept' }
}

interface KeptOrder {
  readonly id: string
  readonly note: KeptNote
  readonly order: IngestOrder
}

async function commitKept(world: KeptWorld, { id, note, order }: KeptOrder, body: Uint8Array): Promise<Reread> {
  const found: Finding[] = []
  const source = { body: { chunks: [body], bytes: note.bytes, charset: note.charset }, gzip: true, signal: undefined }
  const done = await commitBody({ ...world, note: (findings) => void found.push(...findings) }, order, source)
  if (done.ok) {
    world.note(found)
    dropKept(world.keepIn, id)
    const { rows, leftAlone } = done.value
    return { kind: 'read', days: order.interval.until - order.interval.from - leftAlone, rows, leftAlone }
  }
  if (done.error.kind !== 'bad-document' && done.error.kind !== 'range-refused') return { kind: 'put-off' }
  // The same fault of the same document is no second finding.
  if (done.error.evidence !== note.verdict) world.note(found)
  // A sentence in place of the file is kept by nobody else.
  if (done.error.kind === 'range-refused') writeNote(world.keepIn, id, { ...note, readBy: markOf(world, note) })
  return { kind: 'refused', why: done.error.evidence.replace(/^[^:]*: /, '') }
}

/** Null where nothing of it is wanted: the dataset is gone, or its days lie before what the channel keeps. */
function orderOf(world: KeptWorld, note: KeptNote, channel: Channel): IngestOrder | null {
  const dataset = world.datasets.get(brand<DatasetId>(note.dataset))
  const from = dataset?.shape === 'event' ? Math.max(note.from, channel.wantedFrom) : note.from
  if (dataset === undefined || from >= note.until) return null
  return {
    runId: brand<RunId>(note.runId),
    dataset: dataset.id,
    request: note.request,
    way: note.way,
    channel,
    interval: interval(brand<Day>(from), brand<Day>(note.until)),
    fetchedAt: note.fetchedAt,
    amazonReportId: note.report,
    reason: note.reason,
    keepsNewer: true,
  }
}

/** A dataset that is gone is never read again. */
function markOf(world: KeptWorld, note: KeptNote): string {
  const dataset = world.datasets.get(brand<DatasetId>(note.dataset))
  return dataset === undefined ? note.readBy : readerMark(dataset, world.version)
}
