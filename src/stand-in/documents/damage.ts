import type { Core } from '../core.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Cuts or spoils a document's bytes, if that was ordered for this account and report type. */
export function damaged(core: Core, bytes: Bytes, target: { account: string; reportType: string }): Bytes {
  const cut = core.faults.strike('truncate-document', target) === undefined ? bytes : bytes.slice(0, Math.floor(bytes.length * 0.6))
  return core.faults.strike('corrupt-gzip', target) === undefined ? cut : spoiled(cut)
}

/** One byte in the middle becomes another. */
function spoiled(bytes: Bytes): Bytes {
  const middle = Math.floor(bytes.length / 2)
  return bytes.with(middle, ((bytes[middle] ?? 0) + 91) % 256)
}
