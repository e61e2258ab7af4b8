/** Remembers lists by key until they hold more than `most` things altogether; then it starts over. */
export function rememberLists<T>(most: number): (key: string, make: () => readonly T[]) => readonly T[] {
  const lists = new Map<string, readonly T[]>()
  let held = 0
  return (key, make) => {
    const known = lists.get(key)
    if (known !== undefined) return known
    const made = make()
    if (held + made.length > most) {
      lists.clear()
      held = 0
    }
    lists.set(key, made)
    held += made.length + 1
    return made
  }
}
