import { expect, test } from 'vitest'
import type { AnswerMessage } from '../../src/shared/contract/wire.ts'
import { ok } from '../../src/shared/lib/result.ts'
import { carryCalls, isOurWindow, type CallSender } from '../../src/main/hosts/electron/window/bridge.ts'

const TRUSTED = new Set([7])

function sender(change: { id?: number; url?: string; parent?: object | null; frame?: 'main' | 'other' | 'gone' } = {}): CallSender {
  const frame = { url: change.url ?? 'app://springline/index.html', parent: change.parent ?? null }
  const mainFrame = change.frame === 'other' ? { url: frame.url, parent: null } : frame
  return { sender: { id: change.id ?? 7, mainFrame }, senderFrame: change.frame === 'gone' ? null : frame }
}

function door(
  app: { dispatch(name: string, params: unknown): Promise<ReturnType<typeof ok>> } | null = {
    dispatch: async (name, params) => ok({ name, params }),
  },
) {
  let listener: ((event: CallSender, message: unknown) => Promise<AnswerMessage>) | null = null
  carryCalls({ handle: (_name, given) => (listener = given) }, () => app, TRUSTED)
  return (event: CallSender, message: unknown) => listener?.(event, message)
}

test('our own window gets its answer', async () => {
  expect(await door()(sender(), { name: 'app.read', params: {} })).toEqual({ id: 0, ok: true, value: { name: 'app.read', params: {} } })
})

test.each([
  ['a frame that is gone', sender({ frame: 'gone' })],
  ['a frame inside our window', sender({ parent: {} })],
  ['a frame that is not the main one', sender({ frame: 'other' })],
  ['a window we never opened', sender({ id: 8 })],
  ['our window on another page', sender({ url: 'https://sellercentral.amazon.de/' })],
  ['another host of our scheme', sender({ url: 'app://evil/index.html' })],
  ['a look-alike host', sender({ url: 'app://springline.evil/' })],
  ['a user name before our host', sender({ url: 'app://x@springline/' })],
  ['a port behind our host', sender({ url: 'app://springline:1/' })],
  ['a blank page', sender({ url: 'about:blank' })],
  ['no address', sender({ url: '' })],
])('%s is refused before the core hears of it', async (_who, event) => {
  let heard = false
  const answer = await door({ dispatch: async () => ok((heard = true)) })(event, { name: 'app.read', params: {} })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'bad-request', reason: 'foreign-sender' } })
  expect(heard).toBe(false)
  expect(isOurWindow(event, TRUSTED)).toBe(false)
})

test.each([
  [null],
  ['app.read'],
  [[]],
  [{ name: 1 }],
  [{ name: 'x'.repeat(81), params: {} }],
  [{ name: 'a', params: {}, extra: 1 }],
  [{ name: 'a', params: 'x'.repeat(1024 * 1024) }],
])('a message of another shape is refused: %#', async (message) => {
  expect(await door()(sender(), message)).toMatchObject({ ok: false, failure: { code: 'bad-request', reason: 'bad-parameters' } })
})

test('before the core is there the window hears "busy"', async () => {
  expect(await door(null)(sender(), { name: 'app.read', params: {} })).toMatchObject({ ok: false, failure: { code: 'busy' } })
})
