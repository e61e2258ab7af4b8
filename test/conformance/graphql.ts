import type { Field } from '../../src/stand-in/kiosk/graphql.ts'
import { fieldsOf } from './models.ts'

/** A field of a published schema: its arguments and its type as written, e.g. `[Fee]!`. */
interface SchemaField {
  readonly args: Fields
  readonly type: string
}
type Fields = ReadonlyMap<string, SchemaField>

/** Types, inputs and enums by name; an enum's values are fields without a type. */
export type Schema = ReadonlyMap<string, Fields>

/** Reads what Data Kiosk's schemas use of GraphQL's type language; descriptions and directives are passed over. */
export function readSchema(text: string): Schema {
  const plain = text.replaceAll(/"""[\s\S]*?"""|"(?:[^"\\]|\\.)*"/g, '').replaceAll(/@\w+\s*(\([^)]*\))?/g, '')
  const found = plain.matchAll(/\b(?:type|input|enum)\s+(\w+)\s*\{([^}]*)\}/g)
  return new Map([...found].map(([, name = '', body = '']) => [name, fieldsIn(body)]))
}

function fieldsIn(body: string): Fields {
  const found = body.matchAll(/(\w+)\s*(?:\(([^)]*)\))?\s*(?::\s*([\w[\]!]+))?/g)
  return new Map([...found].map(([, name = '', args = '', type = '']) => [name, { args: fieldsIn(args), type }]))
}

/** What is wrong with one selected field of a query, and with everything below it. */
export function troubleWithField(schema: Schema, parent: string, chosen: Field): string[] {
  const where = `${parent}.${chosen.name}`
  const field = schema.get(parent)?.get(chosen.name)
  if (!field) return [`${where}: no such field`]
  const below = schema.get(bare(field.type))
  if ((below === undefined) !== (chosen.fields.length === 0)) return [`${where}: ${below ? 'needs a selection' : 'is a plain value'}`]
  return [
    ...troubleWithArguments(schema, field.args, { where, given: chosen.args }),
    ...chosen.fields.flatMap((one) => troubleWithField(schema, bare(field.type), one)),
  ]
}

function troubleWithArguments(
  schema: Schema,
  told: Fields,
  { where, given }: { readonly where: string; readonly given: Readonly<Record<string, unknown>> },
): string[] {
  const missing = [...told]
    .filter(([name, { type }]) => type.endsWith('!') && given[name] === undefined)
    .map(([name]) => `${where}(${name}): missing`)
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const type = told.get(name)?.type
    if (type === undefined) return [`${where}(${name}): no such argument`]
    if (type.startsWith('[') !== Array.isArray(value)) return [`${where}(${name}): a list or not`]
    return troubleWithValue(schema, bare(type), { where: `${where}(${name})`, value })
  })
  return [...missing, ...wrong]
}

/** An input object's fields, or an enum's word; other scalars are left to Amazon. */
function troubleWithValue(schema: Schema, type: string, { where, value }: { readonly where: string; readonly value: unknown }): string[] {
  const known = schema.get(type)
  if (known === undefined) return []
  if (typeof value === 'string') return known.get(value)?.type === '' ? [] : [`${where}: ${value} is no ${type}`]
  return troubleWithArguments(schema, known, { where, given: fieldsOf(value) })
}

/** What is wrong with a line that answers a selection: a field left out, one too many, nothing where there must be something. */
export function troubleWithLine(
  schema: Schema,
  type: string,
  { chosen, value }: { readonly chosen: readonly Field[]; readonly value: unknown },
): string[] {
  const given = fieldsOf(value)
  const extra = Object.keys(given).filter((name) => !chosen.some((one) => one.name === name))
  return [
    ...extra.map((name) => `${type}.${name}: not asked for`),
    ...chosen.flatMap((one) => {
      const told = schema.get(type)?.get(one.name)?.type ?? ''
      return troubleWithTold(schema, told, { where: `${type}.${one.name}`, chosen: one.fields, value: given[one.name] })
    }),
  ]
}

interface Told {
  readonly where: string
  readonly chosen: readonly Field[]
  readonly value: unknown
}

function troubleWithTold(schema: Schema, type: string, { where, chosen, value }: Told): string[] {
  if (value === undefined) return [`${where}: left out`]
  if (value === null) return type.endsWith('!') ? [`${where}: must not be null`] : []
  if (type.startsWith('[') !== Array.isArray(value)) return [`${where}: a list or not`]
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (chosen.length > 0) return values.flatMap((one) => troubleWithLine(schema, bare(type), { chosen, value: one }))
  return values.every((one) => isScalar(bare(type), one)) ? [] : [`${where}: not a ${bare(type)}`]
}

function isScalar(type: string, value: unknown): boolean {
  if (type === 'Float') return typeof value === 'number'
  if (type === 'Long' || type === 'Int') return Number.isSafeInteger(value)
  return typeof value === 'string' && (type !== 'Date' || /^\d{4}-\d{2}-\d{2}$/.test(value))
}

function bare(type: string): string {
  return type.replaceAll(/[[\]!]/g, '')
}
