import { cpSync, existsSync, rmSync } from 'node:fs'
import type { Copy, Layout } from './layout.ts'

/** A fresh copy of the built history, replacing what was there. */
export function freshCopy(layout: Layout, to: Copy): void {
  rmSync(to.folder, { recursive: true, force: true })
  cpSync(layout.seed.folder, to.folder, { recursive: true })
}

/** The copy a person plays with goes on where it stopped. */
export function keptCopy(layout: Layout, to: Copy): void {
  if (!existsSync(to.folder)) freshCopy(layout, to)
}
