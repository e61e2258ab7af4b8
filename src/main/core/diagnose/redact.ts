import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'

/** Amazon's credentials and application ids by their beginnings, and seller ids. */
const SECRETS = /(Atz[ra]|Atc|amzn1\.[\w-]+)[^\s"]*|\bA[0-9A-Z]{11,14}\b/g
/** A request id has at most 36 characters (a UUID); anything longer without a gap may be a credential. */
const TOO_LONG = /[^\s"]{41,}/g

/** Takes out what could be an id of an account or a credential; what is left is codes, statuses and request ids. */
export function redactText(text: string): string {
  return text.replace(SECRETS, '…').replace(TOO_LONG, '…').slice(0, 200)
}

/** Observations as a verdict may use and a bundle may hold them: the verdict is always made from these. */
export function redact(observed: Observations): Observations {
  const clean = <One extends { readonly said: string | null }>(one: One): One => ({
    ...one,
    said: one.said === null ? null : redactText(one.said),
  })
  return {
    ...observed,
    grants: observed.grants.map((one) => ({ ...one, asked: one.asked === null ? null : clean(one.asked) })),
    calls: observed.calls.map(clean),
    datasets: observed.datasets.map(clean),
    kept: observed.kept.map(clean),
  }
}
