/** The only source of randomness in the core. */
export interface Random {
  bytes(length: number): Uint8Array
  /** A fresh URL-safe id with 128 random bits, e.g. `run_8f…`. */
  id(prefix: string): string
  /** A number in [0, 1). */
  fraction(): number
  sha256(text: string): Uint8Array
  /** base64url without padding. */
  base64url(bytes: Uint8Array): string
}
