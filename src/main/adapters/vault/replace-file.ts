import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Ends drafts that a crash left behind; they may be removed by whoever opens the directory. */
export const DRAFT_SUFFIX = '.draft'

/** Writes a file (0600) so that after a crash either the old or the whole new content is there. */
export async function replaceFile(file: string, content: Uint8Array | string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}${DRAFT_SUFFIX}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncDirectory(path.dirname(file))
}

/** Makes renames and removals last through a power cut. Windows cannot open directories and needs no such call. */
export async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
