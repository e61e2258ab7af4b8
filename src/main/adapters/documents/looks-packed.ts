/** The two bytes every gzip stream begins with; no JSON does. Whether a document of Data Kiosk is packed is told nowhere else. */
export function looksPacked(chunks: readonly Uint8Array[]): boolean {
  const [first, second] = Buffer.concat(chunks.slice(0, 2)).subarray(0, 2)
  return first === 0x1f && second === 0x8b
}
