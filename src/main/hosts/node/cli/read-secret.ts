import { UsageError, type Io } from './command.ts'

/** Reads a secret from a file (or `-`: standard input); only its first line counts. The error never shows contents. */
export async function readSecret(io: Io, path: string, option: string): Promise<string> {
  const content = await io.readFile(path).catch(() => {
    throw new UsageError(`--${option}: ${path} cannot be read. Give a readable file, or - for standard input.`)
  })
  const line =
    content
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/)[0]
      ?.trim() ?? ''
  if (line === '') throw new UsageError(`--${option}: ${path} is empty.`)
  return line
}
