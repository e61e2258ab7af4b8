import { fieldsOf } from './models.ts'

interface Given {
  readonly refreshToken: string
  readonly clientId: string
  readonly clientSecret: string
}

/** An access credential of the local Amazon. */
export async function readAccess(url: string, { refreshToken, clientId, clientSecret }: Given): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
    client_id: clientId,
    client_secret: clientSecret,
  })
  const access = fieldsOf(await (await fetch(url, { method: 'POST', body })).json())['access_token']
  if (typeof access !== 'string') throw new Error('the stand-in gave no access')
  return access
}
