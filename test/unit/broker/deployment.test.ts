import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newKey } from '../../../src/broker/commands/new-key.ts'

const ROOT = join(import.meta.dirname, '../../..')
const DOCKERFILE = readFileSync(join(ROOT, 'src/broker/Dockerfile'), 'utf8').replaceAll('\\\n', ' ')
const [BUILD = '', RUN = ''] = DOCKERFILE.split(/^FROM .*$/mu).slice(1)
const IGNORED = readFileSync(join(ROOT, 'src/broker/Dockerfile.dockerignore'), 'utf8').split('\n')

const instructions = (stage: string, name: string): string[] =>
  stage.split('\n').flatMap((line) => (line.trim().startsWith(`${name} `) ? [line.trim().slice(name.length + 1)] : []))

/** What the build stage copies, by path in the project. */
const SOURCES = instructions(BUILD, 'COPY').flatMap((line) => line.split(' ').slice(0, -1))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'springline-image-'))
  for (const source of SOURCES) {
    mkdirSync(dirname(join(folder, source)), { recursive: true })
    cpSync(join(ROOT, source), join(folder, source), { recursive: true })
  }
  // Stands for `npm ci`, which takes the same versions from the same lock file.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  const build = instructions(BUILD, 'RUN').at(-1)?.split(' ') ?? []
  execFileSync(build[0] ?? '', build.slice(1), { cwd: folder, encoding: 'utf8' })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const environment = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  BROKER_ORIGIN: 'https://login.example.com',
  BROKER_PORT: '0',
  BROKER_PROXIES: '1',
  BROKER_KEYS: newKey(Date.now(), (count) => new Uint8Array(randomBytes(count))),
  BROKER_SELLING_APPLICATION_ID: 'amzn1.sp.solution.1',
  BROKER_SELLING_CLIENT_ID: 'amzn1.application-oa2-client.1',
  BROKER_SELLING_CLIENT_SECRET: randomBytes(32).toString('hex'),
  BROKER_SELLING_CLIENT_SECRET_SINCE: new Date().toISOString().slice(0, 10),
})

/** The one file, alone in a folder of its own, as the image holds it. */
function deploy(): { place: string; file: string } {
  const place = mkdtempSync(join(tmpdir(), 'springline-deployed-'))
  const from =
    instructions(RUN, 'COPY')[0]
      ?.split(' ')
      .find((part) => part.startsWith('/build/')) ?? ''
  const file = join(place, basename(from))
  cpSync(join(folder, from.replace('/build/', '')), file)
  return { place, file }
}

async function start(file: string, env: Record<string, string>): Promise<{ child: ChildProcess; line: Record<string, unknown> }> {
  const child = spawn(process.execPath, [file], { cwd: dirname(file), env, stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, line: JSON.parse(line) as Record<string, unknown> }
}

/** The image's own health check, as its process would run it. */
async function checkHealth(port: string): Promise<number | null> {
  const command = JSON.parse(/CMD (\[.*\])/u.exec(RUN)?.[1] ?? '[]') as string[]
  const child = spawn(process.execPath, command.slice(1), { env: { BROKER_PORT: port }, stdio: 'ignore' })
  return ((await once(child, 'exit')) as [number | null])[0]
}

describe('the image’s steps, run without Docker in an empty folder', () => {
  test('one file comes out, which runs with nothing beside it, writes nothing, and ends when told', async () => {
    const { place, file } = deploy()
    const { child, line } = await start(file, environment())
    expect(line).toMatchObject({ ready: true, origin: 'https://login.example.com', warnings: [], overdue: [] })
    const port = String(line['port'])
    expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
    expect(await checkHealth(port)).toBe(0)
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect((await ended)[0]).toBe(0)
    expect(await checkHealth(port)).toBe(1)
    expect(readdirSync(place)).toEqual([basename(file)])
    rmSync(place, { recursive: true })
  })

  test('the image’s health check fails once a secret is past its date', async () => {
    const { place, file } = deploy()
    const { child, line } = await start(file, { ...environment(), BROKER_SELLING_CLIENT_SECRET_SINCE: '2025-01-01' })
    expect(line['overdue']).toEqual(['selling'])
    expect(await checkHealth(String(line['port']))).toBe(1)
    child.kill('SIGTERM')
    await once(child, 'exit')
    rmSync(place, { recursive: true })
  })

  test('nothing is copied into the build that its ignore file keeps out', () => {
    expect(IGNORED[0]).toBe('*')
    expect(SOURCES.toSorted()).toEqual(
      IGNORED.filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1))
        .toSorted(),
    )
  })

  test('it runs as nobody in particular, holds no secret, and is two stages', () => {
    expect(DOCKERFILE.match(/^FROM .*$/gmu)).toEqual(['FROM node:24-slim AS build', 'FROM node:24-slim'])
    expect(instructions(RUN, 'USER')).toEqual(['1000:1000'])
    expect(instructions(RUN, 'ENTRYPOINT')).toEqual(['["node", "/broker/main.mjs"]'])
    expect(instructions(RUN, 'ENV')).toEqual(['NODE_ENV=production BROKER_HOST=0.0.0.0 BROKER_PORT=8080'])
    expect(DOCKERFILE).not.toMatch(/SECRET|KEYS|^ARG /mu)
  })
})
