import { calls, type CallName } from '../../../src/shared/contract/calls.ts'
import type { Dice } from '../dice.ts'
import { hostileJson, trap } from './hostile-values.ts'

/** Parameters that each call accepts. Named wholly, so that a call added without them does not compile. */
export const GOOD: Readonly<Record<CallName, object>> = {
  'app.read': {},
  'channels.list': {},
  'accounts.detail': { accountId: 'acc_1' },
  'accounts.rename': { accountId: 'acc_1', name: 'Acme' },
  'accounts.pause': { accountId: 'acc_1', paused: true },
  'accounts.disconnect': { accountId: 'acc_1' },
  'coverage.read': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'coverage.day': { channelId: 1, day: '2026-01-01' },
  'backfill.read': { accountId: 'acc_1' },
  'activity.read': { accountId: null, limit: 50 },
  'diagnose.run': { accountId: 'acc_1', ask: true },
  'diagnose.bundle': { accountId: 'acc_1', names: false },
  'attempts.preview': { accountId: 'acc_1', family: 'selling' },
  'attempts.begin': { accountId: null, family: 'selling', kind: 'seller', region: 'eu', country: 'DE', surface: 'browser' },
  'attempts.read': { id: 'att_1' },
  'attempts.cancel': { id: 'att_1' },
  'attempts.decide': { id: 'att_1', choice: 'discard' },
  'attempts.paste': { id: 'att_1', text: 'springline://authorize/seller-eu?handoff=x' },
  'connect.privateApp': {
    kind: 'seller',
    region: 'eu',
    sellingPartnerId: 'A1SELLER',
    clientId: 'client-id',
    clientSecret: 'client-secret',
    refreshToken: 'Atzr|refresh',
    name: null,
  },
  'connect.ads': { region: 'eu', clientId: 'client-id', clientSecret: 'client-secret', refreshToken: 'Atzr|refresh' },
  'invitations.read': {},
  'invitations.accept': { id: 'inv_1' },
  'invitations.refuse': { id: 'inv_1' },
  'privateApps.list': {},
  'privateApps.replaceSecret': { clientId: 'client-id', clientSecret: 'client-secret', issuedOn: '2026-01-01' },
  'sync.now': { accountId: null },
  'reports.sales': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'reports.profit': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'reports.ads': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'reports.products': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'reports.vendor': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'reports.vendorForecast': { channelId: 1 },
  'reports.vendorOrders': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'reports.settlements': { channelId: 1, from: '2026-01-01', to: '2026-03-01' },
  'notices.list': {},
  'notices.seen': { ids: ['n_1'] },
  'settings.read': {},
  'settings.write': {},
  'findings.list': { limit: 20 },
  'documents.reread': { dataset: null },
  'keeping.preview': { keepMonths: 18 },
  'keeping.choose': { keepMonths: null },
  'accounts.purge': { accountId: 'acc_1', name: 'Acme' },
}

export const NAMES = Object.keys(calls).filter((name): name is CallName => Object.hasOwn(GOOD, name))
const STRANGERS = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'valueOf',
  '',
  ' ',
  'app',
  'app.',
  'app.read ',
  'APP.READ',
  'app.read\u0000',
  'calls',
  'length',
  '0',
]

export interface FuzzedCall {
  readonly name: string
  /** JSON text. */
  readonly params: string
}

/** One call: often a real name with parameters that are almost right, sometimes nonsense throughout. */
export function fuzzCall(dice: Dice): FuzzedCall {
  if (dice.chance(0.1)) return { name: dice.chance(0.7) ? dice.pick(STRANGERS) : dice.text(dice.below(80)), params: hostileJson(dice) }
  const name = dice.pick(NAMES)
  return { name, params: dice.chance(0.2) ? hostileJson(dice) : spoil(dice, GOOD[name]) }
}

/** A whole message of the socket: mostly of the agreed form, else anything at all. */
export function fuzzMessage(dice: Dice, id: number): string {
  if (dice.chance(0.003)) return dice.pick([hostileJson(dice), dice.text(dice.below(60)), '', '{', JSON.stringify([id])])
  const { name, params } = fuzzCall(dice)
  const extra = dice.chance(0.1) ? `${trap(dice)},` : ''
  return `{${extra}"id":${id},"name":${JSON.stringify(name)},"params":${params}}`
}

/** Good parameters with one field taken away, changed or added; now and then left as they are. */
function spoil(dice: Dice, good: object): string {
  const fields = Object.entries(good).map(([name, value]) => [name, JSON.stringify(value)] as const)
  const way = dice.below(4)
  const victim = dice.below(Math.max(1, fields.length))
  const kept = fields.flatMap(([name, value], index) => {
    if (index !== victim || way > 1) return [`${JSON.stringify(name)}:${value}`]
    return way === 0 ? [] : [`${JSON.stringify(name)}:${hostileJson(dice, 2)}`]
  })
  return `{${[...kept, ...(way === 2 ? [trap(dice)] : [])].join(',')}}`
}
