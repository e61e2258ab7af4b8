/** A local process answers at once or hangs; two seconds tell the two apart on a busy computer. */
const TIMEOUT_MS = 2000

/** Asks once for ms since 1970; null when there is no answer or it is not a time. */
export async function readRemoteTime(world: { readonly url: string; readonly fetch: typeof fetch }): Promise<number | null> {
  try {
    const answer = await world.fetch(world.url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    const text = (await answer.text()).trim()
    return answer.ok && /^\d{1,15}$/.test(text) ? Number(text) : null
  } catch {
    return null
  }
}
