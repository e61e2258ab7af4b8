import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const LOOK_EVERY_MS = 50

/** True for the first process of a `userData` folder. A later one leaves its arguments with the first and gets false. */
export function takeInstance(userData: string, argv: readonly string[], onSecond: (argv: string[]) => void): boolean {
  const spool = join(userData, 'electron-double-instances')
  const lock = join(spool, 'first')
  mkdirSync(spool, { recursive: true, mode: 0o700 })
  if (!becomeFirst(lock)) {
    writeFileSync(join(spool, `${process.pid}.json`), JSON.stringify(argv), { mode: 0o600 })
    return false
  }
  const look = setInterval(() => {
    for (const name of readdirSync(spool).filter((one) => one.endsWith('.json'))) {
      const text = readFileSync(join(spool, name), 'utf8')
      if (text === '') continue
      rmSync(join(spool, name))
      onSecond(JSON.parse(text) as string[])
    }
  }, LOOK_EVERY_MS)
  look.unref()
  process.once('exit', () => rmSync(lock, { force: true }))
  return true
}

function becomeFirst(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return false
    rmSync(lock, { force: true })
    return becomeFirst(lock)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
