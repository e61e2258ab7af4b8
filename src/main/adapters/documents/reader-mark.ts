import { createHash } from 'node:crypto'
import type { Dataset } from '../../datasets/dataset.ts'

/**
 * Says how a dataset is read: another mark means that a refused document may be understood now. It covers the declaration
 * with the text of its functions, and the app's version for what those call.
 */
export function readerMark(dataset: Dataset, version: string): string {
  const text = JSON.stringify(dataset, (_key, value: unknown) => (typeof value === 'function' ? String(value) : value))
  return createHash('sha256').update(`${version}\n${text}`).digest('base64url').slice(0, 22)
}
