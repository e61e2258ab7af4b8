import { readSent } from '../../unit/broker/broker-world.ts'

export interface TokenDesk {
  readonly fetch: typeof fetch
  /** How often somebody asked to exchange a code. */
  askedFor(code: string): number
  /** Codes that were exchanged for credentials. */
  readonly exchanged: ReadonlySet<string>
}

/** Amazon's login endpoint: gives credentials for a code once, and remembers how often it was asked. */
export function openTokenDesk(): TokenDesk {
  const asked = new Map<string, number>()
  const exchanged = new Set<string>()
  return {
    askedFor: (code) => asked.get(code) ?? 0,
    exchanged,
    fetch: async (input, init) => {
      const form = new URLSearchParams((await readSent(input, init)).body)
      const code = form.get('grant_type') === 'authorization_code' ? (form.get('code') ?? '') : null
      if (code !== null) asked.set(code, (asked.get(code) ?? 0) + 1)
      if (code !== null && exchanged.has(code))
        return Response.json(
          { error: 'invalid_grant', error_description: 'The request has an invalid grant parameter : code' },
          { status: 400 },
        )
      if (code !== null) exchanged.add(code)
      return Response.json({ access_token: 'Atza|x', refresh_token: 'Atzr|x', token_type: 'bearer', expires_in: 3600 })
    },
  }
}
