import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Deletes refused documents of these runs; their names end in the run's id. */
export function dropKeptDocuments(folder: string, runIds: readonly string[]): void {
  if (!existsSync(folder)) return
  const ids = new Set(runIds)
  for (const file of readdirSync(folder)) {
    const run = [...ids].find((id) => file.replace(/\.(json|gz)$/, '').endsWith(`-${id}`))
    if (run !== undefined) rmSync(join(folder, file), { force: true })
  }
}
