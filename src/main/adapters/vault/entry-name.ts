const SUFFIX = '.entry'
const NAME_SHAPE = /^[A-Za-z0-9_./:-]{1,100}$/

/** File of an entry. Hex, because some file systems ignore case and no name may walk out of the directory. */
export function entryFileName(name: string): string {
  if (!NAME_SHAPE.test(name)) throw new Error('a vault name has up to 100 plain characters')
  return Buffer.from(name, 'utf8').toString('hex') + SUFFIX
}

/** The entry's name; null for files that are no entries. */
export function readEntryName(fileName: string): string | null {
  const hex = fileName.endsWith(SUFFIX) ? fileName.slice(0, -SUFFIX.length) : ''
  if (!/^([0-9a-f]{2})+$/.test(hex)) return null
  const name = Buffer.from(hex, 'hex').toString('utf8')
  return NAME_SHAPE.test(name) ? name : null
}
