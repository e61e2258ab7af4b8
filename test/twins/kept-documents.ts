import type { KeptDocuments } from '../../src/main/core/ports/kept-documents.ts'
import type { KeptDocument, Reread } from '../../src/shared/domain/reread.ts'

/** Kept documents in memory; each comes out as it is told here, and what is dropped afterwards follows the port's rule. */
export function createMemoryKept(holds: readonly { readonly document: KeptDocument; readonly comes: Reread }[] = []): KeptDocuments {
  const held = new Map(holds.map((one) => [one.document.id, one]))
  return {
    list: async () => [...held.values()].map(({ document }) => document),
    readAgain: async (id, channel) => {
      const one = held.get(id)
      if (one === undefined || channel === null) {
        held.delete(id)
        return { kind: 'not-wanted' }
      }
      const { kind } = one.comes
      if (kind === 'refused' || kind === 'not-kept') held.set(id, { ...one, document: { ...one.document, isUntried: false } })
      else if (kind !== 'put-off') held.delete(id)
      return one.comes
    },
  }
}
