/** Trouble of the disk under the database, as a commit reports it. */
export type StorageTrouble =
  | { readonly kind: 'storage-full'; readonly evidence: string }
  | { readonly kind: 'storage'; readonly evidence: string }

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])

/** Sorts what SQLite or the file system threw; null when it was no trouble of storage but a mistake of ours. */
export function sortStorageTrouble(cause: unknown): StorageTrouble | null {
  const code = cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : null
  if (code === null) return null
  if (FULL.has(code)) return { kind: 'storage-full', evidence: code }
  if (/^SQLITE_(IOERR|CORRUPT|NOTADB|BUSY|LOCKED|READONLY|CANTOPEN|PROTOCOL)/.test(code) || /^E[A-Z]+$/.test(code))
    return { kind: 'storage', evidence: code }
  return null
}
