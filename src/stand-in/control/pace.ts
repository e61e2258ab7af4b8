import type { Core } from '../core.ts'
import type { Fields } from '../lib/fields.ts'
import type { Pace } from '../state.ts'
import { ControlRefusal } from './control-refusal.ts'

/** Changes how long reports take (simulated milliseconds) and whether quotas count. */
export function setPace(core: Core, order: Fields): Pace {
  const { queueMs, quotas } = order
  if (queueMs !== undefined) {
    if (!isSpan(queueMs)) throw new ControlRefusal('queueMs must be [least, most] in milliseconds')
    core.state.pace.queueMs = queueMs
  }
  if (quotas !== undefined) {
    if (quotas !== 'real' && quotas !== 'off') throw new ControlRefusal('quotas must be real or off')
    core.state.pace.quotas = quotas
  }
  core.changed()
  return core.state.pace
}

function isSpan(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number' && one >= 0) && value[0] <= value[1]
}
