import { brand } from '../../../shared/lib/brand.ts'
import { err, ok } from '../../../shared/lib/result.ts'
import { addDays, formatDay } from '../../../shared/domain/day.ts'
import type { DatasetId } from '../../../shared/domain/ids.ts'
import type { KeptDocument } from '../../../shared/domain/reread.ts'
import { doorText } from '../../../shared/text/finding-text.ts'
import { rereadSentence } from '../../../shared/text/reread-text.ts'
import { failure, type Handlers } from '../dispatch.ts'
import type { ReadAgain } from '../rereading/create-rereading.ts'
import type { Desk } from './desk.ts'

/** What was found that was not known, and what can be done about it. */
export function findingCalls({ ports, config, rereading }: Desk): Pick<Handlers, 'findings.list' | 'documents.reread'> {
  return {
    async 'findings.list'({ limit }) {
      const kept = config.rights === 'full' ? await ports.kept.list() : []
      const found = await ports.stores.findings.newest(limit)
      const titleOf = (source: string) => config.datasets.get(brand<DatasetId>(source))?.title ?? doorText[source] ?? source
      return ok({ findings: found.map((one) => ({ ...one, title: titleOf(one.source) })), documents: kept.map(documentOf) })
    },
    async 'documents.reread'({ dataset }) {
      if (dataset !== null && !config.datasets.has(brand<DatasetId>(dataset))) return err(failure('not-found', 'dataset', 'dataset'))
      const read = await rereading.readAgain(dataset === null ? null : brand<DatasetId>(dataset))
      return ok({ documents: read.map(lineOf) })
    },
  }
}

function documentOf({ dataset, channelId, from, until, fetchedAt, amazonReportId, hasBody }: KeptDocument) {
  const to = formatDay(addDays(until, -1))
  return { dataset, channelId, from: formatDay(from), to, fetchedAt, documentId: amazonReportId, hasBody }
}

function lineOf({ document, came }: ReadAgain) {
  const { days, rows, leftAlone } = came.kind === 'read' ? came : { days: 0, rows: 0, leftAlone: 0 }
  return { ...documentOf(document), came: came.kind, sentence: rereadSentence(came), days, rows, leftAlone }
}
