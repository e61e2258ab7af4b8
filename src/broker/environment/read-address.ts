import type { Reader } from './reader.ts'

/** Reads an https address; plain http only to 127.0.0.1 and only where a local Amazon is allowed. */
export function readAddress(name: string, text: string | undefined, reader: Pick<Reader, 'problems' | 'allowLoopback'>): URL | undefined {
  const url = URL.parse(text ?? '')
  const problem = url === null ? (text === undefined ? MISSING : NO_ADDRESS) : problemOf(url, reader.allowLoopback)
  if (url !== null && problem === undefined) return url
  reader.problems.push(`${name}: ${problem}`)
  return undefined
}

const MISSING = 'missing; give a whole one like https://login.example.com'
const NO_ADDRESS = 'not an address; give a whole one like https://login.example.com'

function problemOf(url: URL, allowLoopback: boolean): string | undefined {
  if (`${url.username}${url.password}${url.hash}` !== '') return 'must have no user name, password or fragment'
  const isLoopback = url.protocol === 'http:' && url.hostname === '127.0.0.1'
  return url.protocol === 'https:' || (isLoopback && allowLoopback) ? undefined : 'must be https'
}
