/** Reads an https address; plain http only to 127.0.0.1 and only where a local Amazon is allowed. */
export function readAddress(
  name: string,
  text: string | undefined,
  rules: { readonly problems: string[]; readonly allowLoopback: boolean },
): URL | undefined {
  const url = URL.parse(text ?? '')
  if (url === null) {
    rules.problems.push(`${name}: ${text === undefined ? 'missing' : 'not an address'}`)
    return undefined
  }
  const isLoopback = url.protocol === 'http:' && url.hostname === '127.0.0.1'
  if (url.protocol === 'https:' || (isLoopback && rules.allowLoopback)) return url
  rules.problems.push(`${name}: must be https`)
  return undefined
}
