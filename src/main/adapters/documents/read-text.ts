import { WrongCharset } from './bad-document.ts'
import type { Charset } from './charset.ts'

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
  for await (const chunk of bytes) {
    const text = decode(chunk)
    if (text !== '') yield text
  }
  const rest = decode()
  if (rest !== '') yield rest
}
