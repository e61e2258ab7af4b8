import type { Cause } from '../../../shared/domain/cause.ts'
import type { SyncRun } from '../../../shared/domain/run.ts'
import { requestOf } from '../backfill/slice-cost.ts'
import type { FailureReason, FailureWord, IngestTrouble } from '../ports/document-ingest.ts'
import type { EvidenceScope } from '../ports/evidence-book.ts'
import type { RunDesk } from './run-desk.ts'

const CAUSES: Readonly<Record<IngestTrouble['kind'], Cause>> = {
  'bad-document': 'document-changed',
  'range-refused': 'request-refused',
  'download-failed': 'amazon-trouble',
  offline: 'offline',
  'storage-full': 'storage-full',
  storage: 'storage-trouble',
}

/** A request Amazon calls wrong is the publisher's to mend; what it could not do without a word is its own trouble. */
const FAILED_FOR: Readonly<Record<FailureReason, Cause>> = {
  'not-yet-available': 'amazon-prepares',
  'option-missing': 'request-refused',
  'query-invalid': 'request-refused',
  'wrong-account': 'request-refused',
  'no-permission': 'permission-missing',
  unknown: 'amazon-trouble',
}

/** Keeps what was wrong with a document, or with the disk it was to be written to. */
export function noteDocument(desk: RunDesk, trouble: IngestTrouble): void {
  const { evidence } = desk.world
  const cause = CAUSES[trouble.kind]
  if (trouble.kind === 'storage' || trouble.kind === 'storage-full') return evidence.trouble(DISK, cause, trouble.evidence)
  evidence.trouble(scopeOf(desk, 'document'), cause, trouble.evidence)
}

/** Keeps why Amazon could not make what was ordered. Where the fallback helps, the dataset's own way stays the one that failed. */
export function noteFailedReport(desk: RunDesk, run: SyncRun, told: FailureWord): void {
  desk.world.evidence.trouble(scopeOf(desk, orderedAs(desk, run)), FAILED_FOR[told.reason], saidOfFailure(run, told))
}

/** Amazon's code and id and what its sentence was taken for; never the sentence, which may repeat what a person wrote. */
export function saidOfFailure(run: SyncRun, { reason, code }: FailureWord): string {
  return ['FATAL', code, reason, run.amazonReportId].filter((part) => part !== null).join(' ')
}

/** A document was committed: what was ordered came, and document and disk are fine. */
export function noteCommitted(desk: RunDesk, run: SyncRun): void {
  const { evidence } = desk.world
  evidence.fine(scopeOf(desk, 'document'), 'committed')
  evidence.fine(scopeOf(desk, orderedAs(desk, run)), 'committed')
  evidence.fine(DISK, 'committed')
}

function orderedAs({ dataset }: RunDesk, run: SyncRun): 'query' | 'report' {
  return requestOf(dataset, run.request, run.way).kind === 'data-kiosk' ? 'query' : 'report'
}

function scopeOf({ account, channel, dataset }: RunDesk, source: string): EvidenceScope {
  return { accountId: account.id, family: dataset.family, channelId: channel.id, dataset: dataset.id, source }
}

const DISK = { accountId: null, family: null, channelId: null, dataset: null, source: 'disk' } as const
