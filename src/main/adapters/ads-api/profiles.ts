import { z } from 'zod'
import type { CallTrouble } from '../../../shared/domain/trouble.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AdsProfile } from '../../core/ports/ads-api.ts'
import type { Caller } from '../../core/ports/selling-api.ts'
import { type Asking, ask } from './ask.ts'
import { isZone } from '../../../shared/lib/zone.ts'
import { parseWithIds } from './parse-with-ids.ts'

const profile = z.object({
  profileId: z.string().min(1),
  countryCode: z.string(),
  currencyCode: z.string(),
  timezone: z.string(),
  accountInfo: z.object({
    marketplaceStringId: z.string(),
    id: z.string(),
    type: z.enum(['seller', 'vendor', 'agency']),
    name: z.string().nullish(),
  }),
})

/** Only profiles the person may edit come by default; a reporting user sees his under the second address alone. */
const LISTS = ['/v2/profiles', '/v2/profiles?apiProgram=report&accessLevel=view'] as const

/** Edit and view-only profiles of the region, each once. One list refused does not hide the other. */
export async function readProfiles(asking: Asking, caller: Caller): Promise<Result<readonly AdsProfile[], CallTrouble>> {
  const found = new Map<string, AdsProfile>()
  const troubles: CallTrouble[] = []
  for (const path of LISTS) {
    const list = await readList(asking, caller, path)
    if (list.ok) for (const one of list.value) found.set(one.profileId, one)
    else if (isRefusal(list.error)) troubles.push(list.error)
    else return list
  }
  const [first] = troubles
  return first !== undefined && troubles.length === LISTS.length ? err(first) : ok([...found.values()])
}

function isRefusal(trouble: CallTrouble): boolean {
  return trouble.kind === 'permission-missing' || trouble.kind === 'bad-request'
}

async function readList(asking: Asking, caller: Caller, path: string): Promise<Result<readonly AdsProfile[], CallTrouble>> {
  const answer = await ask(asking, caller, { operation: 'profiles', path, profileId: null })
  if (!answer.ok) return answer
  const rows = parseWithIds(answer.value.text, ['profileId'])
  if (!Array.isArray(rows)) return err({ kind: 'amazon-trouble', evidence: `unreadable answer ${answer.value.verdict.evidence}` })
  // A kind of profile nobody knows yet must not hide the known ones.
  return ok(rows.map((row) => profile.safeParse(row)).flatMap((read) => (read.success ? [toProfile(read.data)] : [])))
}

function toProfile({ profileId, countryCode, currencyCode, timezone, accountInfo }: z.infer<typeof profile>): AdsProfile {
  return {
    profileId,
    country: countryCode === 'GB' ? 'UK' : countryCode,
    currency: currencyCode,
    zone: isZone(timezone) ? timezone : null,
    marketplaceId: accountInfo.marketplaceStringId,
    accountId: accountInfo.id,
    kind: accountInfo.type,
    name: accountInfo.name ?? '',
  }
}
