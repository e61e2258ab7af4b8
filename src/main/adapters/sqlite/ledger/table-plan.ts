import type { Dataset } from '../../../datasets/dataset.ts'
import type { TableColumn } from '../../../datasets/table.ts'

/** A dataset's table, worked out once: statements and where the special columns stand. Indexes are -1 when there is none. */
export interface TablePlan {
  readonly dataset: Dataset
  readonly table: string
  readonly names: readonly string[]
  readonly dayIndex: number
  readonly productIndex: number
  readonly moneyIndex: number
  readonly entityIndex: number
  /** How many leading columns make the key. */
  readonly keyLength: number
  /** Parameters: channel, ordinal, then the cells in storage order. */
  readonly insertSql: string
  /** Table of the kept days of a snapshot; null where only the newest is held. */
  readonly historyTable: string | null
}

const NAME = /^[a-z][a-z0-9_]*$/

/** Names become part of SQL, so anything but a plain name is refused. */
export function planTable(dataset: Dataset): TablePlan {
  const { table } = dataset
  const names = table.columns.map((column) => plainName(column.name))
  const indexOf = (name: string | null): number => (name === null ? -1 : names.indexOf(name))
  if (table.key.some((name, index) => names[index] !== name))
    throw new Error(`dataset ${dataset.id}: the key's columns do not lead the table`)
  return {
    dataset,
    table: plainName(table.name),
    names,
    dayIndex: dataset.shape === 'event' ? required(kindIndex(table.columns, 'day'), dataset.id, 'day') : -1,
    productIndex: kindIndex(table.columns, 'product'),
    moneyIndex: indexOf(table.moneyColumn),
    entityIndex: indexOf(table.entityColumn),
    keyLength: table.key.length,
    insertSql: `INSERT INTO ${table.name} (channel_id, ordinal, ${names.join(', ')}) VALUES (?, ?, ${names.map(() => '?').join(', ')})`,
    historyTable: dataset.history === 'daily' ? plainName(`${table.name}_history`) : null,
  }
}

export function plainName(name: string): string {
  if (!NAME.test(name)) throw new Error(`"${name}" is no plain name for a table or column`)
  return name
}

function kindIndex(columns: readonly TableColumn[], kind: TableColumn['kind']): number {
  return columns.findIndex((column) => column.kind === kind)
}

function required(index: number, dataset: string, name: string): number {
  if (index < 0) throw new Error(`dataset ${dataset} has no column ${name}`)
  return index
}
