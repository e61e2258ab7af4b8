import { readFileSync } from 'node:fs'

/**
 * What tells a process from a later one with the same number: the boot it lives in and its start within that boot.
 * Null where the system does not show it (only Linux does so in plain files) or the process is gone.
 */
export function processMark(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold spaces and brackets; field 22 of the line is the 20th after it.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return started === undefined ? null : `${boot}/${started}`
  } catch {
    return null
  }
}
