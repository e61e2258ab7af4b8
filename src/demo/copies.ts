import { cpSync, existsSync, rmSync } from 'node:fs'
import type { Copy, Layout } from './layout.ts'

/** A fresh copy of the built history, replacing what was there. */
export function freshCopy(layout: Layout, to: Copy): void {
  rmSync(to.folder, { recursive: true, force: true })
  cpSync(layout.seed.folder, to.folder, { recursive: true })
}

/** The copy a person plays with goes on where it stopped. Answers whether it was made just now. */
export function keptCopy(layout: Layout, to: Copy): 'made' | 'kept' {
  if (existsSync(to.folder)) return 'kept'
  freshCopy(layout, to)
  return 'made'
}
