import { mkdtempSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askForBootUrl, callControl, controlPath, handLink, serveControl } from '../../../src/main/hosts/node/control-pipe.ts'
import { openWindowWorld, sendRaw, type WindowWorld } from './window-world.ts'

let folder: string
let world: WindowWorld
let control: { close(): void }
let links: string[]
beforeEach(async () => {
  links = []
  folder = mkdtempSync(join(tmpdir(), 'springline-control-'))
  world = await openWindowWorld()
  control = await serveControl(folder, {
    bootUrl: world.bootUrl,
    takeLink: (link) => void links.push(link),
    call: async (name, params) => ({ ok: true, value: { name, params, long: 'x'.repeat(200_000) } }),
  })
})
afterEach(async () => {
  control.close()
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

test('open mints an address that works, and another each time', async () => {
  const [first, second] = [await askForBootUrl(folder), await askForBootUrl(folder)]
  expect(first).not.toBe(second)
  for (const address of [first, second]) {
    const url = new URL(address ?? '')
    expect(url.host).toBe(world.host)
    expect((await world.ask(`${url.pathname}${url.search}`)).status).toBe(303)
  }
})

test('only its owner may use the socket', () => {
  expect(statSync(controlPath(folder)).mode & 0o777).toBe(0o600)
  expect(statSync(controlPath(folder)).isSocket()).toBe(true)
})

test('anything but open is answered with nothing', async () => {
  for (const word of ['OPEN\n', 'open door\n', '{}\n', 'GET / HTTP/1.1\r\n\r\n', '\n'])
    expect((await say(controlPath(folder), word)).trim()).toBe('')
  expect(await askForBootUrl(folder)).not.toBeNull()
})

test('a link is handed over whole and once, and answered with a way into the window', async () => {
  const link = `springline:begin/selling?callback=${'x'.repeat(2000)}`
  expect(await handLink(folder, link)).toContain('/boot?token=')
  expect(links).toEqual([link])
})

test('a diagnosis is asked of the app and comes back whole', async () => {
  const told = Object(JSON.parse((await callControl(folder, 'diagnose.run', { accountId: 'a', ask: true })) ?? 'null'))
  expect(told.value).toMatchObject({ name: 'diagnose.run', params: { accountId: 'a', ask: true } })
  expect(told.value.long).toHaveLength(200_000)
})

test('no other call of the app can be had over the pipe', async () => {
  for (const name of ['accounts.purge', 'channels.list', 'toString'])
    expect((await say(controlPath(folder), `call ${JSON.stringify({ name, params: {} })}\n`)).trim()).toBe('')
  expect((await say(controlPath(folder), 'call {broken\n')).trim()).toBe('')
})

test('a request that never ends is cut off before it fills anything', async () => {
  expect((await say(controlPath(folder), `link springline:${'x'.repeat(20_000)}`)).trim()).toBe('')
  expect(links).toEqual([])
})

test('where no app runs, nobody answers', async () => {
  control.close()
  expect(await askForBootUrl(folder)).toBeNull()
  writeFileSync(controlPath(folder), 'not a socket')
  expect(await askForBootUrl(folder)).toBeNull()
})

test('a socket left behind by a crash is taken over', async () => {
  const other = mkdtempSync(join(tmpdir(), 'springline-control-'))
  const dead = createServer()
  await new Promise<void>((resolve) => dead.listen(controlPath(other), resolve))
  const again = await serveControl(other, { bootUrl: world.bootUrl, takeLink: () => undefined, call: async () => null })
  expect(await askForBootUrl(other)).toContain('/boot?token=')
  again.close()
  dead.close()
  rmSync(other, { recursive: true, force: true })
})

test('a long data directory has a socket too, and two of them differ', async () => {
  const deep = join(folder, 'd'.repeat(90))
  mkdirSync(deep)
  expect(controlPath(deep).length).toBeLessThanOrEqual(103)
  expect(controlPath(deep)).not.toBe(controlPath(join(folder, 'e'.repeat(90))))
  const far = await serveControl(deep, { bootUrl: world.bootUrl, takeLink: () => undefined, call: async () => null })
  expect(statSync(controlPath(deep)).mode & 0o777).toBe(0o600)
  expect(await askForBootUrl(deep)).toContain('/boot?token=')
  far.close()
})

test('somebody who connects and says nothing is cut off, so that a stop does not wait for them', async () => {
  const silent = connect(controlPath(folder))
  silent.on('error', () => undefined)
  const closed = new Promise((resolve) => silent.on('close', resolve))
  await closed
  expect(await askForBootUrl(folder)).not.toBeNull()
})

test('the window’s own port does not answer the control word', async () => {
  expect(await sendRaw(world.port, 'open\n')).not.toContain('token')
})

function say(path: string, word: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write(word))
    let got = ''
    socket.on('data', (bytes) => (got += String(bytes)))
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(got))
  })
}
