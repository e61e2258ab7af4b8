import { describe, expect, test } from 'vitest'
import type { Failure } from '../../../src/shared/contract/failures.ts'
import type { AttemptView } from '../../../src/shared/contract/views/attempt.ts'
import { brand } from '../../../src/shared/lib/brand.ts'
import type { AttemptId } from '../../../src/shared/domain/ids.ts'
import { err, ok, type Result } from '../../../src/shared/lib/result.ts'
import { createAttemptState } from '../../../src/renderer/state/attempt-state.ts'
import type { Client } from '../../../src/renderer/transport/client.ts'
import { account, attempt, preview } from './fixtures.ts'

const nordlys = account({ name: 'Nordlys EU', countries: ['DE'] })
const target = { accountId: nordlys.id, family: 'selling', kind: 'seller', region: 'eu', country: 'DE' } as const
const busy: Failure = { code: 'busy', reason: null, field: null }

/** A core that answers when told, a browser that opens tabs or blocks them. */
function dialog(wish: { readonly host?: 'node' | 'electron'; readonly tabs?: 'open' | 'blocked' } = {}) {
  const calls: { readonly name: string; readonly params: unknown; readonly settle: (result: Result<unknown, Failure>) => void }[] = []
  const tabs: string[] = []
  const client: Client = {
    call: (name: string, params: unknown) =>
      new Promise((resolve) => {
        calls.push({ name, params, settle: resolve as unknown as (result: Result<unknown, Failure>) => void })
      }),
    subscribe: () => () => undefined,
    linkState: () => ({ kind: 'open' }),
    onLinkChange: () => () => undefined,
  }
  const state = createAttemptState({
    client,
    host: () => wish.host ?? 'node',
    openTab: (path) => {
      tabs.push(path)
      return wish.tabs !== 'blocked'
    },
  })
  const settle = async (name: string, result: Result<unknown, Failure>): Promise<void> => {
    calls.findLast((call) => call.name === name)?.settle(result)
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
  }
  const begun = async (view: AttemptView = attempt(nordlys)): Promise<void> => {
    state.prepare(target)
    await settle('attempts.preview', ok(preview(nordlys)))
    state.begin(target)
    await settle('attempts.begin', ok(view))
  }
  return { state, calls, tabs, settle, begun, flow: () => state.flow.getState(), names: () => calls.map((call) => call.name) }
}

describe('the reconnect dialog', () => {
  test('continuing opens the host’s own page of this attempt in a new tab', async () => {
    const { begun, tabs, flow } = dialog()
    await begun()
    expect(tabs).toEqual(['/oauth/start?attempt=attempt-1'])
    expect(flow()).toMatchObject({ kind: 'under-way', opening: 'tab' })
  })

  test('a blocked tab is said, so that a second click can open it', async () => {
    const { begun, flow, state, tabs } = dialog({ tabs: 'blocked' })
    await begun()
    expect(flow()).toMatchObject({ kind: 'under-way', opening: 'blocked' })
    state.openTab()
    expect(tabs).toHaveLength(2)
  })

  test('the desktop app opens its own window: no tab is asked for', async () => {
    const { begun, tabs, flow } = dialog({ host: 'electron' })
    await begun()
    expect(tabs).toEqual([])
    expect(flow()).toMatchObject({ opening: 'host' })
  })

  test('Escape while at Amazon cancels, at the wrong account discards, at the result only closes', async () => {
    const stages = [
      ['at-amazon', 'attempts.cancel'],
      ['checking', 'attempts.cancel'],
      ['wrong-account', 'attempts.decide'],
      ['result', 'attempts.begin'],
      ['failed', 'attempts.begin'],
    ] as const
    for (const [stage, lastCall] of stages) {
      const { begun, state, flow, names } = dialog()
      await begun(attempt(nordlys, { stage }))
      state.leave()
      expect(flow()).toEqual({ kind: 'closed' })
      expect(names().at(-1)).toBe(lastCall)
    }
  })

  test('an attempt that begins after the person left is ended at once', async () => {
    const { state, settle, names, flow, tabs } = dialog()
    state.begin(target)
    state.leave()
    await settle('attempts.begin', ok(attempt(nordlys)))
    expect(names().at(-1)).toBe('attempts.cancel')
    expect(flow()).toEqual({ kind: 'closed' })
    expect(tabs).toEqual([])
  })

  test('a preview that comes for a question no longer asked is dropped', async () => {
    const { state, calls, flow } = dialog()
    state.prepare(target)
    state.prepare({ ...target, family: 'advertising' })
    calls[0]?.settle(ok(preview(nordlys)))
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    expect(flow()).toMatchObject({ kind: 'asking', target: { family: 'advertising' } })
  })

  test('of two reads on their way only the later one counts', async () => {
    const { begun, state, calls, flow } = dialog()
    await begun()
    state.told(brand<AttemptId>('attempt-1'))
    state.told(brand<AttemptId>('attempt-1'))
    const reads = calls.filter((call) => call.name === 'attempts.read')
    reads[1]?.settle(ok(attempt(nordlys, { stage: 'result' })))
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    reads[0]?.settle(ok(attempt(nordlys, { stage: 'checking' })))
    await new Promise((resolve) => {
      setTimeout(resolve, 0)
    })
    expect(flow()).toMatchObject({ attempt: { stage: 'result' } })
  })

  test('news of somebody else’s attempt is not read', async () => {
    const { begun, state, names } = dialog()
    await begun()
    state.told(brand<AttemptId>('attempt-2'))
    expect(names()).not.toContain('attempts.read')
  })

  test('a beginning that is refused leaves the person at Before, with the reason', async () => {
    const { state, settle, flow } = dialog()
    state.prepare(target)
    await settle('attempts.preview', ok(preview(nordlys)))
    state.begin(target)
    await settle('attempts.begin', err(busy))
    expect(flow()).toMatchObject({ kind: 'before', trouble: busy })
  })

  test('a pasted code that is refused keeps the attempt open', async () => {
    const { begun, state, settle, flow } = dialog()
    await begun()
    state.paste('https://example.invalid/?handoff=zzz')
    await settle('attempts.paste', err({ code: 'bad-request', reason: 'not-readable', field: null }))
    expect(flow()).toMatchObject({ kind: 'under-way', attempt: { stage: 'at-amazon' }, trouble: { reason: 'not-readable' } })
  })

  test('trying again after the wrong account opens Amazon anew', async () => {
    const { begun, state, settle, tabs, flow } = dialog()
    await begun(attempt(nordlys, { stage: 'wrong-account' }))
    state.decide('try-again')
    await settle('attempts.decide', ok(attempt(nordlys, { id: brand<AttemptId>('attempt-2') })))
    expect(tabs).toEqual(['/oauth/start?attempt=attempt-2'])
    expect(flow()).toMatchObject({ attempt: { id: 'attempt-2' } })
  })
})
