import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '../../../src/main/core/app-surface.ts'
import { startWindowServer } from '../../../src/main/hosts/node/web/window-server.ts'
import { createDice } from '../dice.ts'
import type { SoakOrder } from '../soak.ts'
import { fuzzMessage } from './fuzz-message.ts'
import { plantFaults } from './plant-faults.ts'
import { watchPollution } from './pollution.ts'
import { createRecordedApp, type RecordedApp } from './recorded-app.ts'
import { openDoor, openSocket, sendBatch, type Talk } from './socket-talk.ts'

const IN_FLIGHT = 500

/** The same kind of messages through the real window server and its socket; whatever closes the socket is opened again. */
export async function fuzzSocket({ cases, seed, plant }: SoakOrder) {
  const dice = createDice(seed + 1)
  const recorded = createRecordedApp()
  const pollution = watchPollution()
  const crashes = watchCrashes()
  const folder = mkdtempSync(join(tmpdir(), 'springline-calls-'))
  writeFileSync(join(folder, 'index.html'), 'window')
  const server = await startWindowServer({
    app: appOver(recorded, plant),
    rendererFolder: folder,
    port: 0,
    now: () => 0,
    consentUrl: () => null,
  })
  const door = await openDoor(server.bootUrl())
  const talk: Talk = { answered: 0, closed: 0, violations: [] }
  for (let sent = 0; sent < cases;) {
    sent = await sendBatch(await openSocket(door), talk, {
      from: sent,
      until: Math.min(cases, sent + IN_FLIGHT),
      message: (id) => fuzzMessage(dice, id),
    })
  }
  await server.close()
  rmSync(folder, { recursive: true, force: true })
  // Messages behind a broken one are not answered; the rest must be, or nothing was tried.
  if (talk.answered < cases / 3) talk.violations.push(`only ${talk.answered} of ${cases} messages were answered`)
  const violations = [...talk.violations, ...pollution(), ...crashes.end(), ...recorded.violations]
  return {
    violations,
    rows: [
      ['socket messages', cases],
      ['socket answers', talk.answered],
      ['sockets closed on broken messages', talk.closed],
    ] as const,
  }
}

function appOver({ dispatch }: RecordedApp, plant: boolean): App {
  return {
    dispatch: plant ? plantFaults(dispatch) : dispatch,
    subscribe: () => () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    wake: () => undefined,
    connectivityChanged: () => undefined,
    completeCallback: async () => undefined,
    navigate: () => undefined,
    runOnce: () => Promise.reject(new Error('not asked for here')),
    auditCoverage: async () => [],
  }
}

/** Anything nobody caught would have ended the app. */
function watchCrashes(): { end(): string[] } {
  const crashes: string[] = []
  const note = (error: unknown) => void crashes.push(`nobody caught ${error instanceof Error ? error.message.slice(0, 120) : 'something'}`)
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  return {
    end() {
      process.off('uncaughtException', note)
      process.off('unhandledRejection', note)
      return crashes
    },
  }
}
