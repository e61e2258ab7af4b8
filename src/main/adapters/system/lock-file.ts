import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { isOwnerAlive } from './is-owner-alive.ts'
import { type LockOwner, readLockOwner } from './lock-owner.ts'
import { processMark } from './process-mark.ts'

const LOCK_NAME = 'springline.lock'
/** One to take over from a dead owner, one more in case another process did so first. */
const TRIES = 3

export interface InstanceLock {
  /** Tells other processes where the window is served. */
  announcePort(port: number): void
  /** Gives the lock back, if it is still ours. */
  release(): void
}

/** Takes the right to write in a data directory, or names the process that has it (null: it cannot be read). */
export function takeInstanceLock(
  directory: string,
  self: { readonly host: LockOwner['host']; readonly nowMs: number },
): Result<InstanceLock, LockOwner | null> {
  const file = path.join(directory, LOCK_NAME)
  const owner: LockOwner = {
    pid: process.pid,
    startedAt: self.nowMs,
    mark: processMark(process.pid),
    host: self.host,
    machine: os.hostname(),
    port: null,
  }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (putInPlace(file, owner)) return ok(lockOn(file, owner))
    const text = readText(file)
    if (text === null) continue
    const holder = readLockOwner(text)
    if (holder !== null && isOwnerAlive(holder, self.nowMs)) return err(holder)
    clearAway(file, text)
  }
  return err(readInstanceLock(directory, self.nowMs))
}

/** The process that writes now; null when none does. Read-only commands find it by this. */
export function readInstanceLock(directory: string, nowMs: number): LockOwner | null {
  const text = readText(path.join(directory, LOCK_NAME))
  const holder = text === null ? null : readLockOwner(text)
  return holder !== null && isOwnerAlive(holder, nowMs) ? holder : null
}

function lockOn(file: string, owner: LockOwner): InstanceLock {
  let text = JSON.stringify(owner)
  return {
    announcePort: (port) => {
      if (readText(file) !== text) return
      text = JSON.stringify({ ...owner, port })
      const draft = draftName(file)
      writeFileSync(draft, text, { mode: 0o600 })
      renameSync(draft, file)
    },
    release: () => {
      if (readText(file) === text) rmSync(file, { force: true })
    },
  }
}

/** True when the lock file did not exist and is now ours. A link appears whole or not at all, unlike a write. */
function putInPlace(file: string, owner: LockOwner): boolean {
  const draft = draftName(file)
  try {
    writeFileSync(draft, JSON.stringify(owner), { mode: 0o600, flag: 'wx' })
    linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!NO_LINKS.has(codeOf(error))) throw error
    return writeAlone(file, owner)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** File systems without links (some network and USB drives). */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

function writeAlone(file: string, owner: LockOwner): boolean {
  try {
    writeFileSync(file, JSON.stringify(owner), { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead owner's lock. If another process took over in between, its lock is put back. */
function clearAway(file: string, expected: string): void {
  const aside = draftName(file)
  try {
    renameSync(file, aside)
    if (readText(aside) !== expected) linkSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function draftName(file: string): string {
  return `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
