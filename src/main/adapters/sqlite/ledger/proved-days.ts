import { hash } from 'node:crypto'
import type { ReceiptRow } from './receipts.ts'

/** Days proved together: one new receipt has this many days compared again, and a line of two years needs 46 marks. */
const BLOCK_DAYS = 16
/** A proof is believed this long, so damage done behind the ledger's back shows within it. */
const BELIEVED_MS = 600_000
/** Channels times datasets remembered, the latest ones: at most some 20 MB. */
const MOST_LINES = 4096

interface Proof {
  /** The receipts that were compared. */
  readonly signature: string
  /** Monotonic milliseconds. */
  readonly at: number
}

interface Block {
  readonly index: number
  readonly receipts: readonly ReceiptRow[]
  readonly signature: string
}

/** Which of the given days, all of them within the span, differ from their rows. */
export type Compare = (from: number, until: number) => ReadonlySet<number>

export interface ProvedDays {
  /** Faulty days among the receipts of a line (channel and dataset); compares only what no fresh proof stands for. */
  faulty(line: string, receipts: readonly ReceiptRow[], compare: Compare): ReadonlySet<number>
  /** Somebody who read more closely found a fault in this line. */
  doubt(line: string): void
}

/**
 * Remembers which receipts were found equal to their rows. Rows change only in a commit that issues a receipt, so an unchanged
 * receipt stands for unchanged rows; faulty days are never remembered, so a healed day shows at once.
 */
export function createProvedDays(now: () => number): ProvedDays {
  const lines = new Map<string, Map<number, Proof>>()

  function proofsOf(line: string): Map<number, Proof> {
    const proofs = lines.get(line) ?? new Map<number, Proof>()
    lines.delete(line)
    lines.set(line, proofs)
    const [oldest] = lines.keys()
    if (lines.size > MOST_LINES && oldest !== undefined) lines.delete(oldest)
    return proofs
  }

  return {
    faulty(line, receipts, compare) {
      const proofs = proofsOf(line)
      const at = now()
      const blocks = blocksOf(receipts)
      const isProved = ({ index, signature }: Block) => {
        const proof = proofs.get(index)
        return proof?.signature === signature && at - proof.at < BELIEVED_MS
      }
      const faults = new Set<number>()
      for (const run of runsOf(blocks, isProved)) {
        const found = compare(firstDay(run), lastDay(run) + 1)
        for (const day of found) faults.add(day)
        for (const { index, signature, receipts: own } of run)
          if (own.some(({ day }) => found.has(day))) proofs.delete(index)
          else proofs.set(index, { signature, at })
      }
      return faults
    },
    doubt: (line) => void lines.delete(line),
  }
}

/** Receipts come in the order of their days. */
function blocksOf(receipts: readonly ReceiptRow[]): Block[] {
  const blocks = new Map<number, ReceiptRow[]>()
  for (const receipt of receipts) {
    const index = Math.floor(receipt.day / BLOCK_DAYS)
    const block = blocks.get(index)
    if (block) block.push(receipt)
    else blocks.set(index, [receipt])
  }
  return [...blocks].map(([index, own]) => ({ index, receipts: own, signature: signatureOf(own) }))
}

function signatureOf(receipts: readonly ReceiptRow[]): string {
  const text = receipts.map((one) => `${one.receipt_id} ${one.day} ${one.rows} ${one.money_minor} ${one.content_hash}`).join('\n')
  return hash('sha1', text, 'base64')
}

/** Neighbouring blocks without a proof, so that a line read for the first time is compared in one go. */
function runsOf(blocks: readonly Block[], isProved: (block: Block) => boolean): Block[][] {
  const runs: Block[][] = []
  let run: Block[] = []
  for (const block of blocks) {
    if (!isProved(block)) {
      run.push(block)
      continue
    }
    if (run.length > 0) runs.push(run)
    run = []
  }
  if (run.length > 0) runs.push(run)
  return runs
}

function firstDay(run: readonly Block[]): number {
  return run[0]?.receipts[0]?.day ?? 0
}

function lastDay(run: readonly Block[]): number {
  return run.at(-1)?.receipts.at(-1)?.day ?? 0
}
