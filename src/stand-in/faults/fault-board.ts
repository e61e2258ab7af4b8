import type { State } from '../state.ts'
import type { Fault, FaultKind } from './fault.ts'

/** What a request knows about itself; a fault that names something strikes only where the names agree. */
export type FaultTarget = {
  readonly account?: string | undefined
  readonly operation?: string | undefined
  readonly api?: string | undefined
  readonly reportType?: string | undefined
}

export type FaultBoard = {
  /** The first fault of this kind that concerns the target. */
  look(kind: FaultKind, target?: FaultTarget): Fault | undefined
  /** The same, and counts it: a fault ordered for n strikes ends after the n-th. */
  strike(kind: FaultKind, target?: FaultTarget): Fault | undefined
}

export function createFaultBoard(state: State, now: () => number, changed: () => void): FaultBoard {
  const look = (kind: FaultKind, target: FaultTarget = {}): Fault | undefined =>
    state.faults.find((fault) => fault.kind === kind && isOn(fault, now()) && concerns(fault, target))
  return {
    look,
    strike: (kind, target) => {
      const fault = look(kind, target)
      if (fault?.left !== undefined) {
        fault.left -= 1
        changed()
      }
      return fault
    },
  }
}

function isOn(fault: Fault, now: number): boolean {
  return (fault.untilMs === undefined || now < fault.untilMs) && (fault.left === undefined || fault.left > 0)
}

/** `wrong-account` names who is offered, not who is concerned. */
function concerns(fault: Fault, target: FaultTarget): boolean {
  return (
    (fault.kind === 'wrong-account' || agrees(fault.account, target.account)) &&
    agrees(fault.operation, target.operation) &&
    agrees(fault.reportType, target.reportType) &&
    (fault.api === undefined || fault.api === 'all' || agrees(fault.api, target.api))
  )
}

function agrees(wanted: string | undefined, actual: string | undefined): boolean {
  return wanted === undefined || wanted === actual
}
