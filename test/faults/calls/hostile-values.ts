import type { Dice } from '../dice.ts'

/** Names that mean something to JavaScript's own objects. */
const TRAPS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf', 'polluted', 'then']

const EDGES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e308,
  Number.MIN_VALUE,
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\u202E',
  '💥',
  '../../etc/passwd',
  "'; DROP TABLE accounts; --",
  '<script>polluted=1</script>',
  '${process.exit()}',
  '2026-02-30',
  '9999-12-31',
  '-000001-01-01',
  '2026-03-10T00:00:00Z',
  'NaN',
  '[object Object]',
  '__proto__',
  [],
  {},
  [[]],
  [null],
]

/** A JSON text of any shape, as somebody who means harm would send it. */
export function hostileJson(dice: Dice, depth = 0): string {
  const kind = dice.below(depth > 3 ? 4 : 8)
  if (kind < 3) return JSON.stringify(dice.pick(EDGES))
  if (kind === 3) return JSON.stringify(dice.chance(0.02) ? 'x'.repeat(dice.below(20_000)) : dice.text(dice.below(40)))
  if (kind === 4) return deep(dice)
  const inside = Array.from({ length: dice.below(5) }, () => hostileJson(dice, depth + 1))
  if (kind === 5) return `[${inside.join(',')}]`
  // Written as text, so that `__proto__` is an own field of what is read, and a name may come twice.
  return `{${inside.map((value) => `${JSON.stringify(nameFor(dice))}:${value}`).join(',')}}`
}

/** Fields that do not belong there, beside or inside a call's own. */
export function trap(dice: Dice): string {
  return `"${dice.pick(TRAPS)}":${dice.pick(['{"polluted":"yes"}', '{"prototype":{"polluted":"yes"}}', '"x"', 'null', '[]'])}`
}

function nameFor(dice: Dice): string {
  return dice.chance(0.4) ? dice.pick(TRAPS) : dice.text(1 + dice.below(8))
}

function deep(dice: Dice): string {
  const levels = dice.chance(0.01) ? 20_000 : 1 + dice.below(200)
  return dice.chance(0.5) ? '['.repeat(levels) + ']'.repeat(levels) : `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
}
