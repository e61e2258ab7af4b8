/** One request the stand-in answered. Never holds a token, a code or a query. */
export type LogLine = {
  readonly seq: number
  /** Simulated instant. */
  readonly at: number
  readonly api: string
  readonly method: string
  readonly operation: string
  readonly path: string
  readonly account?: string
  readonly region?: string
  readonly status: number
  readonly note?: string
}

/** What a surface tells about a request while answering it. */
export type RequestNote = { api?: string; operation?: string; account?: string; region?: string; note?: string }

export type RequestLog = {
  write(line: Omit<LogLine, 'seq'>): void
  since(seq: number): readonly LogLine[]
  clear(): void
}

const LINES_KEPT = 20_000

export function createRequestLog(): RequestLog {
  let lines: LogLine[] = []
  let last = 0
  return {
    write: (line) => {
      last += 1
      lines.push({ seq: last, ...line })
      if (lines.length > LINES_KEPT * 1.2) lines = lines.slice(-LINES_KEPT)
    },
    since: (seq) => lines.filter((line) => line.seq > seq),
    clear: () => {
      lines = []
    },
  }
}
