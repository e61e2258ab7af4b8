const WATCHED: readonly (readonly [string, object])[] = [
  ['Object.prototype', Object.prototype],
  ['Array.prototype', Array.prototype],
  ['Function.prototype', Function.prototype],
  ['String.prototype', String.prototype],
  ['Promise.prototype', Promise.prototype],
  ['Object', Object],
]

/** Remembers JavaScript's own objects and answers, each time it is asked, which of them have changed since. */
export function watchPollution(): () => string[] {
  const before = WATCHED.map(([, target]) => describe(target))
  return () => WATCHED.flatMap(([name, target], index) => (describe(target) === before[index] ? [] : [`${name} was changed`]))
}

function describe(target: object): string {
  return Reflect.ownKeys(target)
    .map(String)
    .sort((a, b) => (a < b ? -1 : 1))
    .join(' ')
}
