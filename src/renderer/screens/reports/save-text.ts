/** Time for the browser to take the file before its address is given back. */
const KEPT_MS = 10_000

/** Offers a text as a file to save. */
export function saveText(name: string, text: string, type = 'text/csv'): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const anchor = document.createElement('a')
  anchor.href = address
  anchor.download = name
  anchor.click()
  window.setTimeout(() => {
    URL.revokeObjectURL(address)
  }, KEPT_MS)
}
