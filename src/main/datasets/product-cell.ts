/** Unit separator: control characters are refused in documents, so it cannot occur inside a name. */
const SEPARATOR = '\u001F'

export interface ProductNames {
  readonly sku: string
  readonly asin: string
  readonly title: string
}

/** The cell of a `product` column; an unknown name is ''. */
export function productCell(names: ProductNames): string {
  return [names.sku, names.asin, names.title].map(withoutSeparator).join(SEPARATOR)
}

/** The names in a product cell. */
export function readProductCell(cell: string): ProductNames {
  const [sku = '', asin = '', title = ''] = cell.split(SEPARATOR)
  return { sku, asin, title }
}

function withoutSeparator(name: string): string {
  return name.includes(SEPARATOR) ? name.replaceAll(SEPARATOR, ' ') : name
}
