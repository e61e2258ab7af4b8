import { gunzipSync } from 'node:zlib'
import { createStandIn, type StandIn, type StandInOptions } from '../../../src/stand-in/index.ts'

export type Json = Record<string, unknown>
export type Reply = { status: number; headers: Headers; body: Json }

/** One seller or vendor who authorized an own private application, and what they can ask. */
export type Partner = {
  readonly amazon: StandIn
  readonly refreshToken: string
  readonly clientId: string
  readonly clientSecret: string
  renew(): Promise<Reply>
  /** Renews and keeps the access token for the calls below. */
  signIn(): Promise<void>
  get(path: string, query?: Record<string, string>): Promise<Reply>
  post(path: string, body: unknown): Promise<Reply>
  delete(path: string): Promise<Reply>
  useAccess(token: string): void
  access(): string
}

export async function openAmazon(options: StandInOptions = {}): Promise<StandIn> {
  return createStandIn(options)
}

export async function partnerOf(amazon: StandIn, account: string, region: 'na' | 'eu' | 'fe', consentedAt?: number): Promise<Partner> {
  const given = amazon.control.privateGrant({ account, family: 'selling', ...(consentedAt === undefined ? {} : { consentedAt }) })
  const base = amazon.endpoints.selling[region]
  let token = ''
  const renew = (): Promise<Reply> =>
    askLogin(amazon.endpoints.login.token, {
      grant_type: 'refresh_token',
      refresh_token: given.refreshToken,
      client_id: given.clientId,
      client_secret: given.clientSecret,
    })
  return {
    amazon,
    ...given,
    renew,
    signIn: async () => {
      token = String((await renew()).body['access_token'])
    },
    get: async (path, query = {}) =>
      read(await fetch(`${base}${path}?${new URLSearchParams(query)}`, { headers: { 'x-amz-access-token': token } })),
    post: async (path, body) =>
      read(
        await fetch(`${base}${path}`, {
          method: 'POST',
          headers: { 'x-amz-access-token': token, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    delete: async (path) => read(await fetch(`${base}${path}`, { method: 'DELETE', headers: { 'x-amz-access-token': token } })),
    useAccess: (other) => {
      token = other
    },
    access: () => token,
  }
}

export async function askLogin(url: string, form: Record<string, string>): Promise<Reply> {
  return read(await fetch(url, { method: 'POST', body: new URLSearchParams(form) }))
}

export async function read(response: Response): Promise<Reply> {
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as Json) : { text },
  }
}

export const ORDERS = 'GET_FLAT_FILE_ALL_ORDERS_DATA_BY_ORDER_DATE_GENERAL'

/** Asks for a report, lets its time pass, and downloads what came. */
export async function fetchReport(partner: Partner, request: Json): Promise<{ report: Json; bytes: Buffer; contentType: string }> {
  const { body } = await partner.post('/reports/2021-06-30/reports', request)
  partner.amazon.clock.advance(301_000)
  const { body: report } = await partner.get(`/reports/2021-06-30/reports/${String(body['reportId'])}`)
  const documentId = report['reportDocumentId']
  if (typeof documentId !== 'string') return { report, bytes: Buffer.alloc(0), contentType: '' }
  const { body: document } = await partner.get(`/reports/2021-06-30/documents/${documentId}`)
  const response = await fetch(String(document['url']))
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    report,
    bytes: document['compressionAlgorithm'] === 'GZIP' ? gunzipSync(bytes) : bytes,
    contentType: response.headers.get('content-type') ?? '',
  }
}

/** A plain reader of tab-separated text, so that the writer is not checked by itself. */
export function readTable(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '')
  const names = head.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, index) => [names[index] ?? '', cell])))
}

export function errorOf(reply: Reply): { code: string; message: string; details: string } {
  const [first] = reply.body['errors'] as { code: string; message: string; details: string }[]
  return first ?? { code: '', message: '', details: '' }
}
