import type { Dataset } from '../../../src/main/datasets/dataset.ts'

/** Columns of buyers that Amazon's wider files have; added to every file. */
const BUYER_COLUMNS = [
  'buyer-name',
  'buyer-email',
  'buyer-phone-number',
  'recipient-name',
  'ship-address-1',
  'ship-phone-number',
  'gift-message-text',
  'delivery-Instructions',
]

/**
 * A flat file with buyer data in every column that its dataset does not take, found by the datasets' declarations: whoever
 * adds a dataset is covered. `through` puts one piece where it is taken, which the search must find.
 */
export function plantInTable(
  text: string,
  datasets: readonly Dataset[],
  order: { readonly make: () => string; readonly through: boolean },
): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const lines = text.slice(mark.length).split('\n')
  const [head = '', ...rest] = lines
  const end = head.endsWith('\r') ? '\r' : ''
  const names = head.replace(/\r$/, '').split('\t')
  const taken = takenOf(names, datasets)
  if (taken === null) return text
  const rows = rest.map((line) => {
    if (line.trim() === '') return line
    const cells = line.replace(/\r$/, '').split('\t')
    const planted = names.map((name, place) => plantCell(name, cells[place] ?? '', { ...order, taken }))
    return `${[...planted, ...BUYER_COLUMNS.map(order.make)].join('\t')}${end}`
  })
  return mark + [`${[...names, ...BUYER_COLUMNS].join('\t')}${end}`, ...rows].join('\n')
}

function plantCell(
  name: string,
  cell: string,
  { make, through, taken }: { readonly make: () => string; readonly through: boolean; readonly taken: ReadonlySet<string> },
): string {
  if (!taken.has(name)) return make()
  return through && ['product-name', 'item-name', '商品名'].includes(name) ? make() : cell
}

/** What the datasets take whose required columns all stand in this header; null when it is nobody's. */
function takenOf(names: readonly string[], datasets: readonly Dataset[]): ReadonlySet<string> | null {
  const taken = new Set<string>()
  for (const { document } of datasets) {
    if (document.kind !== 'flat-file' && document.kind !== 'statement') continue
    const columns = Object.values(document.headers)
    const isMine = columns.every(({ anyOf, required }) => !required || names.some((name) => anyOf.includes(name)))
    if (isMine) for (const { anyOf } of columns) for (const name of anyOf) taken.add(name)
  }
  return taken.size === 0 ? null : taken
}
