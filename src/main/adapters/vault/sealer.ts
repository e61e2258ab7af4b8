/**
 * Encrypts an entry so that it opens under its own name only. A host with a key store of its own (the operating
 * system's) brings another sealer; everything else of the vault stays the same.
 */
export interface Sealer {
  seal(name: string, text: string): Promise<Uint8Array>
  /** Null when the bytes were not sealed by this key under this name, or were changed since. */
  open(name: string, sealed: Uint8Array): Promise<string | null>
}
