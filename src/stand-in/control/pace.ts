import type { Core } from '../core.ts'
import { asFields, type Fields } from '../lib/fields.ts'
import { RATES, type Rate } from '../quota/rates.ts'
import type { Pace } from '../state.ts'
import { ControlRefusal } from './control-refusal.ts'

/** Changes how long reports take (simulated milliseconds), whether quotas count, how long a page of Data Kiosk is and how long addresses live. */
export function setPace(core: Core, order: Fields): Pace {
  const { queueMs, quotas, rates, pageLines, patience } = order
  if (queueMs !== undefined) {
    if (!isSpan(queueMs)) throw new ControlRefusal('queueMs must be [least, most] in milliseconds')
    core.state.pace.queueMs = queueMs
  }
  if (quotas !== undefined) {
    if (quotas !== 'real' && quotas !== 'off') throw new ControlRefusal('quotas must be real or off')
    core.state.pace.quotas = quotas
  }
  if (pageLines !== undefined) core.state.pace.pageLines = oneOrMore('pageLines', pageLines)
  if (patience !== undefined) core.state.pace.patience = oneOrMore('patience', patience)
  if (rates !== undefined) core.state.rates = readRates(rates)
  core.changed()
  return core.state.pace
}

function oneOrMore(name: string, value: unknown): number {
  if (typeof value !== 'number' || !(value >= 1)) throw new ControlRefusal(`${name} must be 1 or more`)
  return value
}

function isSpan(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number' && one >= 0) && value[0] <= value[1]
}

/** `{operation: {perSecond, burst}}`; replaces what was set before. */
function readRates(value: unknown): Record<string, Rate> {
  const rates: Record<string, Rate> = {}
  for (const [operation, rate] of Object.entries(asFields(value))) {
    const { perSecond, burst } = asFields(rate)
    const isRate = typeof perSecond === 'number' && perSecond > 0 && typeof burst === 'number' && burst >= 1
    if (RATES[operation] === undefined || !isRate)
      throw new ControlRefusal(`rates.${operation} must be a known operation with perSecond and burst`)
    rates[operation] = { perSecond, burst }
  }
  return rates
}
