import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'

/** Folder with Amazon's published models; without it the lane does not run. */
const FOLDER = process.env['AMAZON_MODELS_DIR'] ?? ''

/** A suite that runs only where Amazon's models are, and is counted as skipped elsewhere. */
export const conformance = describe.skipIf(FOLDER === '')

export type Json = Readonly<Record<string, unknown>>

/** A Swagger 2 parameter as far as it is checked. */
export interface Parameter extends Json {
  readonly name: string
  readonly in: 'query' | 'path' | 'body' | 'header'
  readonly required?: boolean
}

export interface Operation {
  readonly id: string
  readonly model: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly responses: Readonly<Record<string, Json>>
}

/** Every model that a request of this product belongs to. */
export const MODELS = [
  'reports_2021-06-30',
  'finances_2024-06-19',
  'sales',
  'sellers',
  'listingsItems_2021-08-01',
  'fbaInventory',
  'catalogItems_2022-04-01',
  'vendorOrders',
  'dataKiosk_2023-11-15',
  'orders_2026-01-01',
] as const

export function readModel(name: string): Json {
  return readJson(join(FOLDER, 'models', `${name}.json`))
}

/** A schema of a report document. */
export function readReportSchema(name: string): Json {
  return readJson(join(FOLDER, 'schemas', 'reports', `${name}.json`))
}

/** The published schema of a Data Kiosk data set, as text. */
export function readKioskSchema(name: string): string {
  return readFileSync(join(FOLDER, 'schemas', 'data-kiosk', `${name}.graphql`), 'utf8')
}

export function readOperations(): readonly Operation[] {
  return MODELS.flatMap((model) => operationsOf(model, readModel(model)))
}

function operationsOf(model: string, document: Json): Operation[] {
  return entriesOf(document['paths']).flatMap(([path, methods]) =>
    entriesOf(methods)
      .filter(([, operation]) => typeof fieldsOf(operation)['operationId'] === 'string')
      .map(([method, given]) => {
        const operation = fieldsOf(given)
        const shared = fieldsOf(methods)['parameters'] ?? []
        return {
          id: String(operation['operationId']),
          model,
          method: method.toUpperCase(),
          path,
          parameters: [...(shared as Parameter[]), ...((operation['parameters'] ?? []) as Parameter[])],
          responses: operation['responses'] as Readonly<Record<string, Json>>,
        }
      }),
  )
}

export function fieldsOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
}

export function entriesOf(value: unknown): [string, unknown][] {
  return Object.entries(fieldsOf(value))
}

function readJson(file: string): Json {
  return fieldsOf(JSON.parse(readFileSync(file, 'utf8')))
}
