import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network address a request is counted under. `X-Forwarded-For` is believed only as far as `proxies` of our own
 * wrote it: each appends the address it saw, so the outermost one's entry is that many places from the end, and
 * everything before it was the sender's to invent.
 */
export function readAddressOf(connection: { remote: string | undefined; forwarded: string | null; proxies: number }): string {
  const { remote, forwarded, proxies } = connection
  const entries = forwarded?.split(',') ?? []
  const told = proxies > 0 ? normalize(withoutPort(entries.at(-proxies)?.trim())) : undefined
  return told ?? normalize(remote) ?? 'unknown'
}

/** Some proxies write the sender's port too, which differs from one connection to the next: `192.0.2.1:50123`, `[2001:db8::1]:50123`. */
function withoutPort(entry: string | undefined): string | undefined {
  const parts = /^\[([^\]]+)\](?::\d{1,5})?$|^([\d.]+):\d{1,5}$/u.exec(entry ?? '')
  return parts?.[1] ?? parts?.[2] ?? entry
}

/** One household has a whole /64 of IPv6; counting single addresses would count nothing. */
function normalize(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const address = text.toLowerCase().replace(/^::ffff:(?=\d+\.)/u, '')
  if (isIPv4(address)) return address
  return isIPv6(address) ? network64(address) : undefined
}

function network64(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const before = head === '' ? [] : head.split(':')
  const behind = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - behind.length)
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...behind]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
