import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BadDocument } from './bad-document.ts'
import { MOST_DOCUMENT_BYTES, MOST_RATIO, RATIO_FREE_BYTES } from './policy.ts'

/**
 * The document's bytes, unpacked as they are read. Throws `BadDocument` for a cut or damaged body and for one that
 * unpacks to far more than it should; the counter is our own, because the stream heeds no output limit.
 */
export async function* unpack(
  chunks: readonly Uint8Array[],
  gzip: boolean,
  most: number = MOST_DOCUMENT_BYTES,
): AsyncGenerator<Uint8Array> {
  const packed = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  const source: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = gzip ? gunzip(chunks) : chunks
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.byteLength
    const isBomb = gzip && bytes > RATIO_FREE_BYTES && bytes > packed * MOST_RATIO
    if (bytes > most || isBomb) throw new BadDocument(`unpacks to more than ${isBomb ? packed * MOST_RATIO : most} bytes`)
    yield chunk
  }
}

async function* gunzip(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  if (chunks.every((chunk) => chunk.byteLength === 0)) throw new BadDocument('the packed body is empty')
  const stream = Readable.from(chunks, { objectMode: false })
  const gunzipped = createGunzip({ chunkSize: 256 * 1024 })
  stream.on('error', (cause) => gunzipped.destroy(cause))
  try {
    for await (const chunk of stream.pipe(gunzipped)) yield chunk as Uint8Array
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    if (!code.startsWith('Z_') && code !== 'ERR_TRAILING_JUNK_AFTER_STREAM_END') throw cause
    throw new BadDocument(`the packed body is cut or damaged (${code})`)
  } finally {
    gunzipped.destroy()
  }
}
