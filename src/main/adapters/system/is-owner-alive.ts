import os from 'node:os'
import type { LockOwner } from './lock-owner.ts'
import { processMark } from './process-mark.ts'

/** Uptime and wall time are read apart and clocks get corrected; this much may lie between them. */
const BOOT_MARGIN_MS = 60_000

/** Whether the process that took a lock still runs. Of another machine nobody can know, so it counts as running. */
export function isOwnerAlive(owner: LockOwner, nowMs: number): boolean {
  if (owner.machine !== os.hostname()) return true
  if (!isRunning(owner.pid)) return false
  if (owner.mark !== null) return owner.mark === processMark(owner.pid)
  return owner.startedAt > nowMs - os.uptime() * 1000 - BOOT_MARGIN_MS
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, but is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
