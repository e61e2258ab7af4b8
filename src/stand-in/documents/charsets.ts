/** Charsets documents come in, by the name the Content-Type gives them. */
export type Charset = 'UTF-8' | 'Cp1252' | 'Shift_JIS'

/** A byte order mark is written by tools that do not look at the charset: the same three bytes everywhere. */
const MARK = [0xef, 0xbb, 0xbf]

/** Encodes a text; what the charset lacks becomes a question mark, as at Amazon. */
export function encode(text: string, charset: Charset): Uint8Array<ArrayBuffer> {
  if (charset === 'UTF-8') return Uint8Array.from(Buffer.from(text, 'utf8'))
  const table = tableOf(charset)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(character === '\uFEFF' ? MARK : (table.get(character) ?? [0x3f])))
  }
  return Uint8Array.from(bytes)
}

const tables = new Map<Charset, ReadonlyMap<string, readonly number[]>>()

function tableOf(charset: 'Cp1252' | 'Shift_JIS'): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset)
  if (known !== undefined) return known
  const table = charset === 'Cp1252' ? singleBytes() : doubleBytes()
  tables.set(charset, table)
  return table
}

/** The decoder turned around: what each byte reads as. */
function singleBytes(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('windows-1252')
  const table = new Map<string, readonly number[]>()
  for (let byte = 0x80; byte <= 0xff; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), [byte])
  return table
}

function doubleBytes(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('shift_jis')
  const table = new Map<string, readonly number[]>()
  for (let byte = 0xa1; byte <= 0xdf; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), [byte])
  for (const first of [...range(0x81, 0x9f), ...range(0xe0, 0xfc)]) {
    for (const second of range(0x40, 0xfc)) {
      const character = decoder.decode(Uint8Array.of(first, second))
      if (character.length === 1 && character !== '\uFFFD' && !table.has(character)) table.set(character, [first, second])
    }
  }
  return table
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
