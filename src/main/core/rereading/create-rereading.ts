import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { KeptDocument, Reread } from '../../../shared/domain/reread.ts'
import type { Ports } from '../ports/ports.ts'

export interface ReadAgain {
  readonly document: KeptDocument
  readonly came: Reread
}

/** Reading refused documents again: by itself when this version has not tried them yet, and whenever a person asks. */
export interface Rereading {
  /** After an update; a document remembers who tried it, so other starts try nothing. Never throws: syncing must begin. */
  afterUpdate(): Promise<void>
  /** Everything that is kept, of one dataset or of all. */
  readAgain(dataset: DatasetId | null): Promise<readonly ReadAgain[]>
}

export interface RereadingOrder {
  readonly ports: Pick<Ports, 'kept' | 'log' | 'stores'>
  /** Days came in, or turned out to be held. */
  readonly onChange: () => void
}

export function createRereading({ ports, onChange }: RereadingOrder): Rereading {
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other: a document that two read at once would be counted twice. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  async function readAll(isMeant: (one: KeptDocument) => boolean): Promise<readonly ReadAgain[]> {
    const documents = (await ports.kept.list()).filter(isMeant)
    if (documents.length === 0) return []
    const channels = new Map((await ports.stores.accounts.channels()).map((one) => [one.id, one]))
    const done: ReadAgain[] = []
    for (const document of documents)
      done.push({ document, came: await ports.kept.readAgain(document.id, channels.get(document.channelId) ?? null) })
    const read = done.filter(({ came }) => came.kind === 'read').length
    ports.log.write('info', 'documents-read-again', { tried: done.length, read })
    onChange()
    return done
  }

  return {
    afterUpdate: async () => {
      await inTurn(() => readAll((one) => one.isUntried)).catch(() => ports.log.write('error', 'reading-again-broke'))
    },
    readAgain: (dataset) => inTurn(() => readAll((one) => dataset === null || one.dataset === dataset)),
  }
}
