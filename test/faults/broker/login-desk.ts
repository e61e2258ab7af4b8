import { createServer } from 'node:http'
import type { Dice } from '../dice.ts'

/** Amazon's login endpoint on loopback: gives fresh credentials for every question, and remembers what it was asked. */
export interface LoginDesk {
  readonly tokenUrl: string
  /** How often a code was exchanged. */
  exchanges(code: string): number
  /** How often a refresh credential was renewed. */
  renewals(refresh: string): number
  /** Every question so far. */
  asked(): number
  /** The next answers are refusals that quote what was sent, as a careless server would. */
  quote(how: 'refusal' | 'failure' | null): void
  stop(): void
}

export async function openLoginDesk(dice: Dice, note: (what: string, secret: string) => void): Promise<LoginDesk> {
  const codes = new Map<string, number>()
  const refreshes = new Map<string, number>()
  let asked = 0
  let quoting: 'refusal' | 'failure' | null = null
  const fresh = (what: string, prefix: string): string => {
    const secret = prefix + dice.text(60)
    note(what, secret)
    return secret
  }
  const answer = (form: URLSearchParams): { status: number; body: object } => {
    asked += 1
    const text = form.toString()
    if (quoting === 'refusal') return { status: 400, body: { error: 'invalid_grant', error_description: text, request_id: text } }
    if (quoting === 'failure') return { status: 500, body: { error: text, error_description: text } }
    count(codes, form.get('code'))
    count(refreshes, form.get('refresh_token'))
    const refresh = form.get('refresh_token') ?? fresh('refresh credential', 'Atzr|')
    const access = fresh('access credential', 'Atza|')
    return { status: 200, body: { access_token: access, refresh_token: refresh, token_type: 'bearer', expires_in: 3600 } }
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes) => (body += String(bytes)))
    request.on('end', () => {
      const { status, body: told } = answer(new URLSearchParams(body))
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(told))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    tokenUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/auth/o2/token`,
    exchanges: (code) => codes.get(code) ?? 0,
    renewals: (refresh) => refreshes.get(refresh) ?? 0,
    asked: () => asked,
    quote: (how) => (quoting = how),
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function count(counts: Map<string, number>, key: string | null): void {
  if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
}
