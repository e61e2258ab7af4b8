import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChild } from '../../../src/demo/child.ts'
import { PROGRAM } from '../../../src/demo/layout.ts'
import { askRaw } from '../../ports/node-host/window-world.ts'
import { createDice } from '../dice.ts'
import type { SoakOrder } from '../soak.ts'
import { fuzzMessage } from './fuzz-message.ts'
import { openDoor, openSocket, sendBatch, type Talk } from './socket-talk.ts'

const IN_FLIGHT = 200
/** Nobody listens there, so whatever a call begins at Amazon ends at once. */
const NOWHERE = 'http://127.0.0.1:9'

/** The same messages at the whole built app, with its own handlers and database, as a process that must not end. */
export async function fuzzProcess({ cases, seed }: SoakOrder) {
  if (!existsSync(join(PROGRAM, 'out/main/serve.js'))) return { violations: [], rows: [['app messages', 'NOT BUILT']] as const }
  const root = mkdtempSync(join(tmpdir(), 'springline-fuzzed-'))
  const endpoints = join(root, 'endpoints.json')
  const everywhere = { na: NOWHERE, eu: NOWHERE, fe: NOWHERE }
  const adsNowhere = { api: NOWHERE, token: NOWHERE }
  writeFileSync(
    endpoints,
    JSON.stringify({
      login: { token: NOWHERE },
      selling: everywhere,
      ads: { na: adsNowhere, eu: adsNowhere, fe: adsNowhere },
      broker: NOWHERE,
    }),
  )
  writeFileSync(join(root, 'passphrase'), 'a passphrase of the fuzzed app\n', { mode: 0o600 })
  const child = await startChild(
    [
      'out/main/serve.js',
      '--json',
      '--no-open',
      '--data-dir',
      join(root, 'data'),
      '--endpoints',
      endpoints,
      '--passphrase-file',
      join(root, 'passphrase'),
    ],
    { HOME: root },
  )
  const talk: Talk = { answered: 0, closed: 0, violations: [] }
  try {
    await talkTo(String(child.ready['url']), { cases, seed, talk })
  } catch (error) {
    talk.violations.push(`the app went away: ${error instanceof Error ? error.message.slice(0, 120) : 'unknown'}`)
  } finally {
    if (child.process.exitCode !== null) talk.violations.push(`the app ended with ${child.process.exitCode}`)
    await child.stop()
    rmSync(root, { recursive: true, force: true })
  }
  return {
    violations: talk.violations,
    rows: [
      ['app messages', cases],
      ['app answers', talk.answered],
    ] as const,
  }
}

async function talkTo(
  url: string,
  { cases, seed, talk }: { readonly cases: number; readonly seed: number; readonly talk: Talk },
): Promise<void> {
  const dice = createDice(seed + 2)
  const door = await openDoor(url)
  for (let sent = 0; sent < cases;) {
    sent = await sendBatch(await openSocket(door), talk, {
      from: sent,
      until: Math.min(cases, sent + IN_FLIGHT),
      message: (id) => fuzzMessage(dice, id),
    })
  }
  const { status } = await askRaw(door.port, '/', { host: door.host })
  if (status !== 200) talk.violations.push(`afterwards the window answers ${status}`)
  if (talk.answered < cases / 3) talk.violations.push(`the app answered only ${talk.answered} of ${cases} messages`)
}
