/**
 * A call that a storage worker did not answer with a value. Codes: `worker-ended` (the worker died or was closed; start
 * it again and connect anew), `not-open` (the database was refused), `storage-full`, `storage`, `internal`.
 */
export class StorageFailure extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(`${code}: ${message}`)
    this.name = 'StorageFailure'
    this.code = code
  }
}
