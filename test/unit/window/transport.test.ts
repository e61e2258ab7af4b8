import { describe, expect, test } from 'vitest'
import type { EventMessage } from '../../../src/shared/contract/wire.ts'
import { createClient } from '../../../src/renderer/transport/client.ts'
import { readMessage } from '../../../src/renderer/transport/read-message.ts'
import { openSocketLink, type SocketEars } from '../../../src/renderer/transport/socket-link.ts'

/** A host at the other end of the wire, whose sockets can be made to open, speak and die. */
function host() {
  const sockets: { readonly ears: SocketEars; readonly sent: { id: number; name: string }[] }[] = []
  const timers: { run: () => void; ms: number }[] = []
  const link = openSocketLink({
    now: () => 1_000,
    later: (run, ms) => {
      timers.push({ run, ms })
    },
    open: (ears) => {
      const sent: { id: number; name: string }[] = []
      sockets.push({ ears, sent })
      return (text) => {
        sent.push(JSON.parse(text) as { id: number; name: string })
      }
    },
  })
  const current = () => {
    const socket = sockets.at(-1)
    if (socket === undefined) throw new Error('no socket was opened')
    return socket
  }
  return {
    link,
    client: createClient(link),
    current,
    timers,
    sockets,
    say: (message: unknown) => {
      current().ears.message(JSON.stringify(message))
    },
  }
}

describe('the wire to the host', () => {
  test('answers may come in any order; each call gets its own', async () => {
    const { client, current, say } = host()
    current().ears.opened()
    const first = client.call('app.read', {})
    const second = client.call('settings.read', {})
    const [one, two] = current().sent
    say({ id: two?.id, ok: true, value: { theme: 'dark' } })
    say({ id: one?.id, ok: true, value: { version: '1' } })
    expect(await first).toEqual({ ok: true, value: { version: '1' } })
    expect(await second).toEqual({ ok: true, value: { theme: 'dark' } })
  })

  test('a socket that dies in the middle of a call answers it as lost, and so are calls while it is away', async () => {
    const { client, current } = host()
    current().ears.opened()
    const going = client.call('sync.now', { accountId: null })
    current().ears.closed()
    expect(await going).toEqual({ ok: false, error: { code: 'offline', reason: 'link-lost', field: null } })
    expect((await client.call('app.read', {})).ok).toBe(false)
    expect(client.linkState()).toEqual({ kind: 'lost', since: 1_000 })
  })

  test('it opens itself again with growing waits, and from the shortest after it stood', () => {
    const { current, timers, sockets, link } = host()
    for (let turn = 0; turn < 7; turn += 1) {
      current().ears.closed()
      timers.at(-1)?.run()
    }
    expect(timers.map((timer) => timer.ms)).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
    expect(sockets).toHaveLength(8)
    current().ears.opened()
    expect(link.linkState()).toEqual({ kind: 'open' })
    current().ears.closed()
    expect(timers.at(-1)?.ms).toBe(250)
  })

  test('calls made while it opens are sent once it stands', async () => {
    const { client, current, say } = host()
    const call = client.call('app.read', {})
    expect(current().sent).toEqual([])
    current().ears.opened()
    say({ id: current().sent[0]?.id, ok: true, value: 7 })
    expect(await call).toEqual({ ok: true, value: 7 })
  })

  test('an answer twice, to nobody, or that is no message at all is dropped', async () => {
    const { client, current, say } = host()
    const heard: EventMessage[] = []
    client.subscribe((event) => {
      heard.push(event)
    })
    current().ears.opened()
    const call = client.call('app.read', {})
    const id = current().sent[0]?.id
    for (const noise of ['{', '[]', 'null', '{"id":"1","ok":true}', '{"id":1,"ok":false}', '{"event":"quit","value":{}}'])
      current().ears.message(noise)
    current().ears.message(new ArrayBuffer(4))
    say({ id, ok: true, value: 1 })
    say({ id, ok: true, value: 2 })
    say({ id: 999, ok: true, value: 3 })
    expect(await call).toEqual({ ok: true, value: 1 })
    expect(heard).toEqual([])
  })

  test('events reach those who subscribed until they leave', () => {
    const { client, current, say } = host()
    const heard: string[] = []
    const leave = client.subscribe((event) => {
      heard.push(event.event)
    })
    current().ears.opened()
    say({ event: 'changed', value: { topics: ['app'] } })
    leave()
    say({ event: 'changed', value: { topics: ['app'] } })
    expect(heard).toEqual(['changed'])
  })

  test('a carrier that throws is an answer too', async () => {
    const client = createClient({
      call: () => Promise.reject(new Error('secret text')),
      subscribe: () => () => undefined,
      linkState: () => ({ kind: 'open' }),
      onLinkChange: () => () => undefined,
    })
    expect(await client.call('app.read', {})).toEqual({ ok: false, error: { code: 'internal', reason: null, field: null } })
  })

  test('a failure without a code is no answer', () => {
    expect(readMessage('{"id":1,"ok":false,"failure":{}}')).toEqual({ kind: 'foreign' })
  })
})
