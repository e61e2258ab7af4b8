import type { Cause } from '../../../shared/domain/cause.ts'
import type { IngestTrouble } from '../ports/document-ingest.ts'
import type { RunDesk } from './run-desk.ts'

const CAUSES: Readonly<Record<IngestTrouble['kind'], Cause>> = {
  'bad-document': 'document-changed',
  'range-refused': 'request-refused',
  'download-failed': 'amazon-trouble',
  offline: 'offline',
  'storage-full': 'storage-full',
  storage: 'storage-trouble',
}

/** Keeps what was wrong with a document, or with the disk it was to be written to. */
export function noteDocument({ world, account, channel, dataset }: RunDesk, trouble: IngestTrouble): void {
  const cause = CAUSES[trouble.kind]
  if (trouble.kind === 'storage' || trouble.kind === 'storage-full') return world.evidence.trouble(DISK, cause, trouble.evidence)
  const scope = { accountId: account.id, family: dataset.family, channelId: channel.id, dataset: dataset.id, source: 'document' }
  world.evidence.trouble(scope, cause, trouble.evidence)
}

/** A document was committed: document and disk are fine. */
export function noteCommitted({ world, account, channel, dataset }: RunDesk): void {
  const scope = { accountId: account.id, family: dataset.family, channelId: channel.id, dataset: dataset.id, source: 'document' }
  world.evidence.fine(scope, 'committed')
  world.evidence.fine(DISK, 'committed')
}

const DISK = { accountId: null, family: null, channelId: null, dataset: null, source: 'disk' } as const
