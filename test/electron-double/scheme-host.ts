const SUFFIX = '.app-scheme.internal'

/** `app://springline/x` → the address under which Chromium holds the page. */
export function toChromium(address: string): string {
  const found = /^app:\/\/([^/?#]*)(.*)$/s.exec(address)
  return found ? `https://${found[1]}${SUFFIX}${found[2] === '' ? '/' : found[2]}` : address
}

/** What the program is told instead of Chromium's address. */
export function toElectron(address: string): string {
  const found = /^https:\/\/([^/?#]*)\.app-scheme\.internal(.*)$/s.exec(address)
  return found ? `app://${found[1]}${found[2]}` : address
}

export function isAppHost(address: string): boolean {
  return toElectron(address) !== address
}
