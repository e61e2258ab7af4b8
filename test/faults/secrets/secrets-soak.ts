import { ENCODINGS } from './canary-book.ts'
import type { Soak } from '../soak.ts'
import { plantLeaks } from './plant-leaks.ts'
import { createSearcher, readFolder, type Place } from './scan.ts'
import { openStage, type Stage } from './stage.ts'
import { connectEverything, liveOn } from './story.ts'
import { noteVault } from './vault-canaries.ts'
import { visitWindow, type Visit } from './visit-window.ts'

/** Kinds of secrets that must have passed by, or the search would prove nothing. */
const EXPECTED = [
  'passphrase',
  'broker key',
  'publisher’s client secret',
  'access_token',
  'refresh_token',
  'client_secret',
  'code',
  'spapi_oauth_code',
  'verifier',
  'handoff',
  'state',
  'ticket',
  'sealed',
  'proof',
  'answer',
  'x-amz-access-token',
  'authorization',
  'sealed credential',
  'device key',
  'refresh credential',
  'url',
]

/** The product's own processes through connecting, syncing and reconnecting; `cases` is how often the grant ends and comes back. */
export const secretsSoak: Soak = {
  name: 'secrets',
  about: 'canaries in 6 encodings, everywhere on disk, in what processes say, and in the window: 0 hits',
  cases: 3,
  async run({ cases, plant, say }) {
    const stage = await openStage()
    try {
      const violations = await connectEverything(stage)
      say('connected in every way')
      for (let round = 0; round < cases; round += 1) {
        violations.push(...(await liveOn(stage)))
        say(`round ${round + 1} of ${cases}`)
      }
      const visit = await visitWindow(stage)
      const entries = await noteVault(stage.book, stage.data, stage.passphraseFile)
      const planted = plant ? plantLeaks(stage.book, stage.data) : 0
      return search(stage, { visit, violations, planted, entries })
    } finally {
      await stage.close()
    }
  },
}

interface Searched {
  readonly visit: Visit
  readonly violations: string[]
  readonly planted: number
  readonly entries: number
}

function search({ book, watched, said }: Stage, { visit, violations, planted, entries }: Searched) {
  const searcher = createSearcher(book)
  const disk = readFolder(watched)
  const spoken = joined(said)
  const places = [...visit.places, ...disk.places, ...spoken]
  for (const missing of EXPECTED.filter((one) => !book.kinds.has(one))) violations.push(`no ${missing} passed by: the story is not whole`)
  for (const { name, bytes } of places) for (const found of searcher.find(bytes)) violations.push(`${name} holds ${found}`)
  violations.push(...new Set([...visit.openToOthers, ...disk.openToOthers]))
  const bytes = places.reduce((sum, one) => sum + one.bytes.byteLength, 0)
  return {
    cases: places.length * book.canaries.length * ENCODINGS.length,
    violations,
    rows: [
      ['secrets known', book.canaries.length],
      ['spellings looked for', searcher.spellings],
      ['vault entries', entries],
      ['places searched', places.length],
      ['megabytes searched', Math.round(bytes / 104_857.6) / 10],
      ['window seen', visit.sawWindow ? 'yes' : 'NOT BUILT'],
      ['leaks planted', planted],
    ] as const,
  }
}

/** What a process said comes in pieces; a secret may lie across two. */
function joined(said: readonly Place[]): Place[] {
  return [...Map.groupBy(said, (one) => one.name)].map(([name, pieces]) => ({
    name: `words of ${name}`,
    bytes: Buffer.concat(pieces.map((one) => one.bytes)),
  }))
}
