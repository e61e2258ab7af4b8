/**
 * Why the database cannot be opened. The file is left as it was in every case.
 * `newer`: written by a later release, its remedy is to update; `unreadable`: damaged or no database, its remedy is to
 * set the file aside and fetch again; `old-engine`: SQLite lacks a fix we rely on.
 */
export type OpenTrouble =
  | {
      readonly kind: 'newer'
      readonly path: string
      readonly version: number
      readonly known: number
      readonly remedy: 'update-springline'
    }
  | { readonly kind: 'unreadable'; readonly path: string; readonly evidence: string; readonly remedy: 'set-aside-and-fetch-again' }
  | { readonly kind: 'not-there'; readonly path: string; readonly remedy: 'start-springline-once' }
  | {
      readonly kind: 'older'
      readonly path: string
      readonly version: number
      readonly known: number
      readonly remedy: 'start-springline-once'
    }
  | { readonly kind: 'old-engine'; readonly version: string; readonly remedy: 'update-springline' }
  | { readonly kind: 'not-writable'; readonly path: string; readonly evidence: string; readonly remedy: 'check-folder' }
  | { readonly kind: 'no-wal'; readonly path: string; readonly evidence: string; readonly remedy: 'use-local-folder' }
  | { readonly kind: 'worker-ended'; readonly evidence: string; readonly remedy: 'start-again' }
