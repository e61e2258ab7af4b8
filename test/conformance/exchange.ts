/** One call as it went over the wire: what was sent and what came back. */
export interface Exchange {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly status: number
  readonly contentType: string
  readonly answer: string
}

export interface Recorder {
  readonly fetch: typeof fetch
  readonly exchanges: readonly Exchange[]
}

/** A fetch that remembers every exchange and changes none. */
export function createRecorder(send: typeof fetch = fetch): Recorder {
  const exchanges: Exchange[] = []
  return {
    exchanges,
    fetch: async (input, init) => {
      const asked = new Request(input, init)
      const body = asked.body === null ? null : await asked.clone().text()
      const answer = await send(input, init)
      exchanges.push({
        method: asked.method,
        url: asked.url,
        headers: Object.fromEntries(asked.headers),
        body,
        status: answer.status,
        contentType: answer.headers.get('content-type') ?? '',
        answer: await answer.clone().text(),
      })
      return answer
    },
  }
}
