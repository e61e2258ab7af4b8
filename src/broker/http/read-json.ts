import type { z } from 'zod'
import { BODY_MAX_BYTES } from '../policy.ts'

/**
 * Reads a JSON body of the agreed form; anything else is nothing. The exact content type keeps web pages out: a browser
 * sends it across origins only after asking, and this broker never agrees.
 */
export async function readJson<Body>(request: Request, schema: z.ZodType<Body>): Promise<Body | undefined> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return undefined
  const text = await readCapped(request)
  const read = schema.safeParse(text === undefined ? undefined : parse(text))
  return read.success ? read.data : undefined
}

async function readCapped(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_MAX_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > BODY_MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
