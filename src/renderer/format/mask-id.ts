/** "A1X…9Q": an id short enough to recognise and too short to use. Ids of seven characters or fewer show only their first. */
export function maskId(id: string): string {
  return id.length <= 7 ? `${id.slice(0, 1)}…` : `${id.slice(0, 3)}…${id.slice(-2)}`
}
