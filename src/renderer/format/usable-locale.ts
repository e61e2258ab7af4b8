/** Ours, where the system names no language that dates and numbers can be written in. */
const FALLBACK = 'en-GB'

/**
 * The first wish of the system that dates and numbers can be written in. Browsers on systems without a set language tell
 * names such as `en-US@posix`, which `Intl` refuses; what follows the language and its country there is cut off.
 */
export function usableLocale(wishes: readonly string[]): string {
  return wishes.map((wish) => wish.replace(/[@.].*$/s, '')).find(canWrite) ?? FALLBACK
}

function canWrite(wish: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf([wish]).length > 0
  } catch (cause) {
    if (cause instanceof RangeError) return false
    throw cause
  }
}
