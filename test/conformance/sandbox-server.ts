import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fieldsOf, type Json } from './models.ts'
import type { SandboxCase } from './sandbox-cases.ts'

export interface SandboxServer {
  readonly origin: string
  /** The case each request was taken for, in order; null where none fits. */
  readonly matched: readonly (SandboxCase | null)[]
  close(): Promise<void>
}

/**
 * Amazon's static sandbox over HTTP: a request that has a case's parameters word for word gets its documented answer. Parameters a
 * case does not name are not looked at, but required ones must be there; of several cases that fit, the one that names most answers.
 */
export async function openSandbox(cases: readonly SandboxCase[]): Promise<SandboxServer> {
  const matched: (SandboxCase | null)[] = []
  const server = createServer((request, answer) => {
    void bodyOf(request).then((body) => {
      const found = findCase(cases, request, body)
      matched.push(found)
      const status = found?.status ?? 501
      if (status === 204) return answer.writeHead(204).end()
      return answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(found?.response ?? {}))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    matched,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  return text === '' ? {} : fieldsOf(JSON.parse(text))
}

function findCase(cases: readonly SandboxCase[], request: IncomingMessage, body: Json): SandboxCase | null {
  const url = new URL(request.url ?? '/', 'http://sandbox')
  const fitting = cases.filter((one) => one.operation.method === request.method && fits(one, url, body))
  return fitting.toSorted((a, b) => Object.keys(b.parameters).length - Object.keys(a.parameters).length)[0] ?? null
}

function fits({ operation, parameters }: SandboxCase, url: URL, body: Json): boolean {
  const path = pathValues(operation.path, url.pathname)
  if (path === null) return false
  return operation.parameters.every(({ name, in: where, required }) => {
    if (where === 'header') return true
    if (where === 'body') return sameFields(fieldsOf(parameters['body']), body)
    const given = where === 'path' ? path[name] : url.searchParams.get(name)
    if (name in parameters) return given === String(parameters[name])
    return required !== true || (given ?? '') !== ''
  })
}

function pathValues(template: string, path: string): Readonly<Record<string, string>> | null {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '')
  const found = new RegExp(`^${template.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(path)
  return found === null ? null : Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]))
}

/** Every field that the case names is there with just that value. */
function sameFields(wanted: Json, given: Json): boolean {
  return Object.entries(wanted).every(([name, value]) => JSON.stringify(given[name]) === JSON.stringify(value))
}
