import type { Dice } from '../dice.ts'
import type { Victim } from './victim.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

/** A body that no honest device sends, with a victim's secrets in it: none of them may come back. */
export function badBody(dice: Dice, { sealed, handoff, device, seen }: Victim): { headers: Record<string, string>; body: string } {
  const genuine = dice.pick(seen).body
  const json = (body: unknown) => ({ headers: JSON_TYPE, body: JSON.stringify(body) })
  return dice.pick([
    () => json({ ...genuine, filler: 'x'.repeat(16_384 + dice.below(100_000)) }),
    () => ({ headers: JSON_TYPE, body: JSON.stringify(genuine) + ' '.repeat(17_000) }),
    () => ({ headers: JSON_TYPE, body: JSON.stringify(genuine).slice(0, -1 - dice.below(40)) }),
    () => ({ headers: JSON_TYPE, body: '['.repeat(8000) }),
    () => ({ headers: JSON_TYPE, body: `{"__proto__":${JSON.stringify(genuine)}}` }),
    () => ({ headers: JSON_TYPE, body: dice.pick(['', 'null', '[]', '0', '"x"', '\u0000', '\uFEFF{}', 'NaN']) }),
    () => ({
      headers: { 'content-type': dice.pick(['text/plain', 'application/x-www-form-urlencoded', 'application/json-x']) },
      body: JSON.stringify(genuine),
    }),
    () => json([genuine]),
    () => json({ ...genuine, extra: device.verifier }),
    () => json({ sealed: [sealed], handoff: { handoff }, verifier: 7, proof: null }),
    () => json({ sealed: sealed.repeat(20), proof: handoff.repeat(10) }),
    () =>
      json({
        challenge: device.challenge,
        deviceKey: device.publicKeys,
        issuer: 'seller-eu',
        return: { kind: 'web', url: 'https://evil.test' },
      }),
  ])()
}
