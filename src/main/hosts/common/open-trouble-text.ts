import type { OpenTrouble } from '../../adapters/sqlite/database/open-trouble.ts'

/** What is wrong with the database file, in a sentence with the remedy. The file is never touched. */
export function openTroubleText(trouble: OpenTrouble): string {
  switch (trouble.kind) {
    case 'newer':
      return `The database ${trouble.path} was written by a newer Springline (version ${trouble.version}, this one knows ${trouble.known}). Update Springline; the file was not touched.`
    case 'unreadable':
      return `The database ${trouble.path} cannot be read (${trouble.evidence}). Move it aside and start again; Springline fetches what Amazon still has. The file was not touched.`
    case 'not-there':
      return `There is no database at ${trouble.path} yet. Start Springline once, or connect an account.`
    case 'older':
      return `The database ${trouble.path} is from an older Springline. Start Springline once so that it is brought up to date.`
    case 'old-engine':
      return `The SQLite engine ${trouble.version} is too old to be trusted with history. Update Springline.`
    case 'not-writable':
      return `The database ${trouble.path} cannot be written (${trouble.evidence}). Check the folder's permissions and free space.`
    case 'worker-ended':
      return `The part of Springline that keeps the database ended before it was ready (${trouble.evidence}). Start again; if it happens again, install Springline anew.`
    case 'no-wal':
      return `The folder of ${trouble.path} does not support safe writing (${trouble.evidence}). Use a folder on a local disk.`
  }
}
