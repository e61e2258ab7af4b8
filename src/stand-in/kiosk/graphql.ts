/** One field of a query with its arguments and what is selected below it. */
export type Field = { readonly name: string; readonly args: Readonly<Record<string, unknown>>; readonly fields: readonly Field[] }

const TOKEN = /\s*([{}()[\]:]|"(?:[^"\\]|\\.)*"|[\w-]+)[\s,]*/y

/** Reads the part of GraphQL that Data Kiosk's queries need: fields, arguments, lists, texts and enum words. Undefined: not that. */
export function parseQuery(text: string): Field | undefined {
  const tokens = tokensOf(text)
  if (tokens === undefined) return undefined
  const reader = createReader(tokens)
  try {
    reader.skip('query')
    const fields = readFields(reader)
    return reader.isDone() && fields.length === 1 ? fields[0] : undefined
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text)?.[1]
    if (token === undefined) return undefined
    tokens.push(token)
  }
  return tokens
}

type Reader = {
  next(): string
  peek(): string | undefined
  /** Takes the token when it is the next. */
  skip(token: string): boolean
  isDone(): boolean
}

function createReader(tokens: readonly string[]): Reader {
  let place = 0
  return {
    next: () => {
      const token = tokens[place]
      if (token === undefined) throw new SyntaxError('the query ends too early')
      place += 1
      return token
    },
    peek: () => tokens[place],
    skip: (token) => {
      const isNext = tokens[place] === token
      if (isNext) place += 1
      return isNext
    },
    isDone: () => place === tokens.length,
  }
}

function readFields(reader: Reader): Field[] {
  expectToken(reader, '{')
  const fields: Field[] = []
  while (!reader.skip('}')) fields.push(readField(reader))
  return fields
}

function readField(reader: Reader): Field {
  const name = reader.next()
  if (!/^\w+$/.test(name)) throw new SyntaxError('a field has no name')
  const args: Record<string, unknown> = {}
  if (reader.skip('(')) {
    while (!reader.skip(')')) {
      const argument = reader.next()
      expectToken(reader, ':')
      args[argument] = readValue(reader)
    }
  }
  return { name, args, fields: reader.peek() === '{' ? readFields(reader) : [] }
}

function readValue(reader: Reader): unknown {
  const token = reader.next()
  if (token.startsWith('"')) return JSON.parse(token)
  if (token === '[') {
    const list: unknown[] = []
    while (!reader.skip(']')) list.push(readValue(reader))
    return list
  }
  if (token === '{') {
    const fields: Record<string, unknown> = {}
    while (!reader.skip('}')) {
      const name = reader.next()
      expectToken(reader, ':')
      fields[name] = readValue(reader)
    }
    return fields
  }
  return token
}

function expectToken(reader: Reader, token: string): void {
  if (!reader.skip(token)) throw new SyntaxError(`${token} is missing`)
}
