import type { Core } from '../core.ts'
import { isFaultKind, type Fault } from '../faults/fault.ts'
import { numberOf, textOf, type Fields } from '../lib/fields.ts'
import { endGrants } from '../login/grants.ts'
import { ControlRefusal } from './control-refusal.ts'

const NAMES = ['account', 'family', 'role', 'operation', 'api', 'status', 'reportType'] as const

/** Orders a trouble; expire, revoke and the role changes happen at once. */
export function orderFault(core: Core, order: Fields): { id: string } {
  const kind = textOf(order, 'kind') ?? ''
  if (!isFaultKind(kind)) throw new ControlRefusal(`no fault of kind ${kind}`)
  const account = textOf(order, 'account')
  if (account !== undefined && core.world.account(account) === undefined) throw new ControlRefusal('account is not one of this world')
  const fault: Fault = {
    id: `f${core.nextSerial()}`,
    kind,
    ...namesOf(order),
    ...numbersOf(core, order),
    ...(order['hard'] === true ? { hard: true } : {}),
  }
  if (!doAtOnce(core, fault)) core.state.faults.push(fault)
  core.changed()
  return { id: fault.id }
}

/** Ends a trouble; what a removed role took comes back. */
export function removeFault(core: Core, id: string): void {
  const fault = core.state.faults.find((one) => one.id === id)
  core.state.faults = core.state.faults.filter((one) => one.id !== id)
  if (fault?.kind === 'remove-role') restoreRole(core, fault)
  core.changed()
}

/** True when nothing is left to wait for. */
function doAtOnce(core: Core, fault: Fault): boolean {
  if (fault.kind === 'expire' || fault.kind === 'revoke') {
    endGrants(core, needed(fault.account, 'account'), fault.family, fault.hard === true)
    return true
  }
  if (fault.kind === 'restore-role') {
    restoreRole(core, fault)
    core.state.faults = core.state.faults.filter((one) => one.kind !== 'remove-role' || roleKey(one) !== roleKey(fault))
    return true
  }
  if (fault.kind === 'remove-role') core.state.rolesRemoved.push(roleKey(fault))
  return false
}

function restoreRole(core: Core, fault: Fault): void {
  core.state.rolesRemoved = core.state.rolesRemoved.filter((one) => one !== roleKey(fault))
}

function roleKey(fault: Fault): string {
  return `${needed(fault.account, 'account')} ${needed(fault.role, 'role')}`
}

function needed(value: string | undefined, name: string): string {
  if (value === undefined) throw new ControlRefusal(`${name} is needed`)
  return value
}

function namesOf(order: Fields): Record<string, string> {
  const named: Record<string, string> = {}
  for (const name of NAMES) {
    const value = textOf(order, name) ?? numberOf(order, name)?.toString()
    if (value !== undefined) named[name] = value
  }
  return named
}

function numbersOf(core: Core, order: Fields): { ms?: number; untilMs?: number; left?: number } {
  const ms = numberOf(order, 'ms')
  const forMs = numberOf(order, 'forMs')
  const count = numberOf(order, 'count')
  return {
    ...(ms === undefined ? {} : { ms }),
    ...(forMs === undefined ? {} : { untilMs: core.clock.now() + forMs }),
    ...(count === undefined ? {} : { left: count }),
  }
}
