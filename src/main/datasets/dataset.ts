import type { AccountKind, ApiFamily } from '../../shared/domain/region.ts'
import type { DatasetId } from '../../shared/domain/ids.ts'
import type { Permission } from '../../shared/domain/access.ts'
import type { DatasetDocument } from './document.ts'
import type { DatasetRequest, Probe } from './request.ts'
import type { DatasetTiming } from '../../shared/domain/timing.ts'
import type { DatasetTable } from './table.ts'

/** Spans and delays are the dataset's: a fallback must be able to bring whatever slice its own request can. */
export interface DatasetFallback {
  readonly request: DatasetRequest
  readonly document: DatasetDocument
}

/**
 * One kind of rows, declared whole in one file `<id>.dataset.ts` that exports `dataset`. Everything generic (planner,
 * runner, ledger, reports of coverage) works from this declaration, so adding a dataset adds a file and a migration.
 */
export interface Dataset {
  readonly id: DatasetId
  /** Name on screens. */
  readonly title: string
  readonly group: 'sales' | 'financial' | 'advertising' | 'product' | 'vendor'
  readonly family: ApiFamily
  readonly kinds: readonly AccountKind[]
  readonly permission: Permission
  /** Amazon's name of what the grant must hold, for the access matrix. */
  readonly amazonRole: string
  /** What one row stands for, e.g. `day × campaign`. */
  readonly grain: string
  /** Event rows belong to days and have coverage; a snapshot describes now and has only an as-of. */
  readonly shape: 'event' | 'snapshot'
  /**
   * `daily` on a snapshot: the newest snapshot of every marketplace day is kept in the table `<table>_history` and can be
   * read back exactly; a day on which none was taken is known as such. Left out: only the newest snapshot is held.
   */
  readonly history?: 'daily'
  /** The request that owns days (or takes the snapshot). */
  readonly request: DatasetRequest
  /** Second request that brings changes to days already held (entity set); null when there is none. */
  readonly changes: DatasetRequest | null
  /** Another way to the same days, taken for a run whose own request was refused or failed for good; its rows are the same. */
  readonly fallback?: DatasetFallback
  readonly probe: Probe
  readonly timing: DatasetTiming
  readonly document: DatasetDocument
  /** Words that a text column is known to hold, by column; a row with another one is taken as it is, and the word reported. */
  readonly values?: Readonly<Record<string, readonly string[]>>
  readonly table: DatasetTable
  /**
   * Amazon's columns that an update takes and earlier versions told as unknown. Days fetched while they were told so are fetched
   * again, as far as Amazon still has them (docs/decisions/012). Left out: none.
   */
  readonly fetchAgainFor?: readonly string[]
}
