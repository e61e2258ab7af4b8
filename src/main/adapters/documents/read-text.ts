import { WrongCharset } from './bad-document.ts'
import type { Charset } from './charset.ts'

/** The bytes of a UTF-8 byte order mark; some tools write them in front of any charset. */
const MARK = [0xef, 0xbb, 0xbf]

/** Text of a stream of bytes, strictly in one charset and without a byte order mark. Throws `WrongCharset`. */
export async function* readText(bytes: AsyncIterable<Uint8Array>, charset: Charset): AsyncGenerator<string> {
  const decoder = new TextDecoder(charset, { fatal: true })
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
    } catch (cause) {
      if (cause instanceof TypeError) throw new WrongCharset(charset)
      throw cause
    }
  }
  for await (const chunk of withoutMark(bytes)) {
    const text = decode(chunk)
    if (text !== '') yield text
  }
  const rest = decode()
  if (rest !== '') yield rest
}

async function* withoutMark(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | null = new Uint8Array()
  for await (const chunk of bytes) {
    if (head === null) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < MARK.length) continue
    yield unmarked(head)
    head = null
  }
  if (head !== null && head.length > 0) yield unmarked(head)
}

function unmarked(head: Uint8Array): Uint8Array {
  return MARK.every((byte, place) => head[place] === byte) ? head.subarray(MARK.length) : head
}
