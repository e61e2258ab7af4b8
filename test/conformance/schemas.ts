import { Ajv2019, type ValidateFunction } from 'ajv/dist/2019.js'
import addFormats from 'ajv-formats'
import { entriesOf, fieldsOf, MODELS, readModel, readReportSchema, type Json } from './models.ts'

/** Swagger 2 keywords that say nothing about the value. */
const SILENT = new Set(['example', 'examples', 'discriminator', 'externalDocs', 'xml', 'readOnly', 'collectionFormat'])
const LISTS = new Set(['allOf', 'anyOf', 'oneOf'])

export interface Schemas {
  /** Validator of a schema that stands in a model, e.g. of a response. */
  validator(model: string, schema: unknown): ValidateFunction
}

/**
 * The models' schemas, closed: a field that a model does not name is a violation, so that a misspelled one is seen.
 * Unknown keywords and formats stop the compilation instead of being passed over.
 */
export function openSchemas(): Schemas {
  const ajv = newAjv()
  for (const model of MODELS) ajv.addSchema(documentOf(model, fieldsOf(readModel(model)['definitions'])))
  const made = new Map<string, ValidateFunction>()
  return {
    validator(model, schema) {
      const key = `${model} ${JSON.stringify(schema)}`
      const known = made.get(key) ?? ajv.compile(translate(schema, `urn:model:${model}`))
      made.set(key, known)
      return known
    },
  }
}

/** Validator of a report document by its published JSON schema, closed like the models. */
export function reportValidator(name: string): ValidateFunction {
  const { $schema: _, definitions, ...root } = readReportSchema(name)
  return newAjv().compile({ ...documentOf(name, fieldsOf(definitions)), ...translate(root, '') })
}

function newAjv(): Ajv2019 {
  const ajv = new Ajv2019({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
  addFormats.default(ajv)
  // vendorOrders writes booleans as text of this format.
  ajv.addFormat('boolean', /^(true|false)$/)
  return ajv
}

/** Every definition twice: closed, and open (`Name.open`) for `allOf`, where another part may add fields. */
function documentOf(model: string, definitions: Json) {
  const both = entriesOf(definitions).flatMap(([name, schema]) => [
    [name, translate(schema, '')],
    [`${name}.open`, translate(schema, '', false)],
  ])
  return { $id: `urn:model:${model}`, definitions: Object.fromEntries(both) as Record<string, unknown> }
}

/** Swagger 2's dialect (draft 4 with additions) as JSON Schema 2019-09. */
function translate(schema: unknown, base: string, closed = true): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const [keyword, value] of entriesOf(schema)) {
    if (SILENT.has(keyword) || keyword.startsWith('x-')) continue
    if (keyword === '$ref') made[keyword] = base + String(value)
    else if (keyword === 'properties' || keyword === 'definitions')
      made[keyword] = Object.fromEntries(entriesOf(value).map(([name, one]) => [name, translate(one, base)]))
    else if (keyword === 'items') made[keyword] = translate(value, base)
    else if (keyword === 'additionalProperties' && typeof value === 'object') made[keyword] = translate(value, base)
    else if (LISTS.has(keyword) && Array.isArray(value)) made[keyword] = value.map((one) => openPart(one, base))
    else made[keyword] = value
  }
  const describesFields = made['properties'] !== undefined || made['allOf'] !== undefined
  if (closed && describesFields && made['additionalProperties'] === undefined) made['unevaluatedProperties'] = false
  return made
}

function openPart(part: unknown, base: string): Record<string, unknown> {
  const made = translate(part, base, false)
  return typeof made['$ref'] === 'string' ? { ...made, $ref: `${made['$ref']}.open` } : made
}
