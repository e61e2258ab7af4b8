import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { IngestTrouble } from '../../core/ports/document-ingest.ts'
import { isAllowedOrigin } from './allowed-origin.ts'
import { IDLE_MS, MOST_DOWNLOAD_BYTES, TOTAL_MS } from './policy.ts'

export interface Downloaded {
  readonly chunks: readonly Uint8Array[]
  readonly bytes: number
  /** Charset of the Content-Type, lower case; null when it names none. */
  readonly charset: string | null
}

export interface DownloadWorld {
  readonly fetch: typeof fetch
  readonly allowedOrigins: readonly string[]
  readonly limits?: { readonly idleMs?: number; readonly totalMs?: number; readonly bytes?: number }
}

/** Fetches a document into memory: buyer columns may be in it, so it never touches the disk. The address is a secret of minutes and is never told. */
export async function download(world: DownloadWorld, address: string, signal?: AbortSignal): Promise<Result<Downloaded, IngestTrouble>> {
  if (!isAllowedOrigin(address, world.allowedOrigins))
    return err({ kind: 'download-failed', evidence: 'the address is not on an Amazon host' })
  const deadline = new AbortController()
  const total = setTimeout(() => deadline.abort('too slow'), world.limits?.totalMs ?? TOTAL_MS)
  const release = follow(signal, () => deadline.abort('stopped'))
  try {
    const response = await world.fetch(address, { redirect: 'manual', signal: deadline.signal })
    const refused = refusalOf(response)
    if (refused) {
      await response.body?.cancel()
      return err(refused)
    }
    return await readBody(response, world, deadline)
  } catch (cause) {
    return err(troubleOf(cause, deadline.signal))
  } finally {
    clearTimeout(total)
    release()
  }
}

/** Calls once when the signal fires or already has; answers how to let go of it. */
function follow(signal: AbortSignal | undefined, call: () => void): () => void {
  if (signal?.aborted) call()
  signal?.addEventListener('abort', call, { once: true })
  return () => signal?.removeEventListener('abort', call)
}

function refusalOf(response: Response): IngestTrouble | null {
  if (response.status >= 300 && response.status < 400) return { kind: 'download-failed', evidence: 'redirected' }
  return response.status === 200 ? null : { kind: 'download-failed', evidence: `status ${response.status}` }
}

async function readBody(response: Response, world: DownloadWorld, deadline: AbortController): Promise<Result<Downloaded, IngestTrouble>> {
  const most = world.limits?.bytes ?? MOST_DOWNLOAD_BYTES
  const chunks: Uint8Array[] = []
  let bytes = 0
  const reader = (response.body ?? new ReadableStream<Uint8Array>({ start: (made) => made.close() })).getReader()
  for (;;) {
    const idle = setTimeout(() => deadline.abort('no bytes'), world.limits?.idleMs ?? IDLE_MS)
    const { value, done } = await reader.read().finally(() => clearTimeout(idle))
    if (done) break
    bytes += value.byteLength
    if (bytes > most) {
      await reader.cancel()
      return err({ kind: 'bad-document', evidence: `larger than ${most} bytes` })
    }
    chunks.push(value)
  }
  return ok({ chunks, bytes, charset: charsetOf(response.headers.get('content-type')) })
}

function charsetOf(contentType: string | null): string | null {
  return /;\s*charset="?([\w.:-]+)"?/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null
}

/** No address, host or message of the platform crosses: only what kind of failure it was. */
function troubleOf(cause: unknown, signal: AbortSignal): IngestTrouble {
  if (signal.aborted) return { kind: 'download-failed', evidence: String(signal.reason) }
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  const code = inner instanceof Error && 'code' in inner && typeof inner.code === 'string' ? inner.code : 'unknown'
  const isOffline = ['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ECONNREFUSED', 'ENETDOWN'].includes(code)
  return isOffline ? { kind: 'offline', evidence: code } : { kind: 'download-failed', evidence: code }
}
