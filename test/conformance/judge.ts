import type { ValidateFunction } from 'ajv/dist/2019.js'
import type { Exchange } from './exchange.ts'
import { readOperations, type Operation, type Parameter } from './models.ts'
import { openSchemas } from './schemas.ts'

export interface Verdict {
  /** Amazon's id of the operation; null when no model knows method and path. */
  readonly operation: string | null
  /** What is wrong, in plain sentences; none when the models agree. */
  readonly violations: readonly string[]
}

export interface Judge {
  request(exchange: Exchange): Verdict
  answer(exchange: Exchange): Verdict
}

/** Holds exchanges against Amazon's models. `mount` answers the path an address has at Amazon. */
export function openJudge(mount: (url: URL) => string): Judge {
  const operations = readOperations()
  const schemas = openSchemas()
  const find = ({ method, url }: Exchange) => {
    const path = mount(new URL(url))
    return operations.find((one) => one.method === method && matchPath(one.path, path) !== null) ?? null
  }

  return {
    request(exchange) {
      const operation = find(exchange)
      if (operation === null) return unknown(exchange)
      const values = matchPath(operation.path, mount(new URL(exchange.url))) ?? {}
      const query = new URL(exchange.url).searchParams
      const told = new Set(operation.parameters.filter((one) => one.in === 'query').map((one) => one.name))
      const violations = [
        ...[...query.keys()].filter((name) => !told.has(name)).map((name) => `query ${name}: no such parameter`),
        ...[...told].filter((name) => query.getAll(name).length > 1).map((name) => `query ${name}: given more than once`),
        ...operation.parameters.flatMap((one) => {
          if (one.in === 'body') return troubleWithBody(one, exchange, schemas.validator(operation.model, one['schema']))
          const text = one.in === 'path' ? (values[one.name] ?? null) : query.get(one.name)
          return one.in === 'header' ? [] : troubleWithText(one, text, schemas.validator(operation.model, schemaOf(one)))
        }),
        ...troubleWithHeaders(exchange),
      ]
      return { operation: operation.id, violations }
    },
    answer(exchange) {
      const operation = find(exchange)
      if (operation === null) return unknown(exchange)
      return {
        operation: operation.id,
        violations: troubleWithAnswer(operation, exchange, (schema) => schemas.validator(operation.model, schema)),
      }
    },
  }
}

function unknown({ method, url }: Exchange): Verdict {
  return { operation: null, violations: [`${method} ${new URL(url).pathname}: no operation of any model`] }
}

/** Named parts of a path, or null when it is another path. */
function matchPath(template: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = template.split('/')
  const given = path.split('/')
  if (wanted.length !== given.length) return null
  const values: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    const value = given[index] ?? ''
    if (name === undefined ? part !== value : value === '') return null
    if (name !== undefined) values[name] = decodeURIComponent(value)
  }
  return values
}

/** A parameter's own schema keywords; its name, place and whether it must be there are judged apart. */
function schemaOf({ name: _name, in: _in, required: _required, default: _default, ...schema }: Parameter) {
  return schema
}

function troubleWithText(parameter: Parameter, text: string | null, validate: ValidateFunction): string[] {
  const where = `${parameter.in} ${parameter.name}`
  if (text === null) return parameter.required === true ? [`${where}: missing`] : []
  return wrongs(where, readText(parameter, text), validate)
}

/** A parameter is text on the wire; its value has the type that the model gives it. */
function readText({ type }: Parameter, text: string): unknown {
  if (type === 'array') return text === '' ? [] : text.split(',')
  if (type === 'integer' || type === 'number') return text.trim() === '' ? text : Number(text)
  if (type === 'boolean') return text === 'true' || text === 'false' ? text === 'true' : text
  return text
}

function troubleWithBody(parameter: Parameter, { body }: Exchange, validate: ValidateFunction): string[] {
  if (body === null) return parameter.required === true ? ['body: missing'] : []
  return wrongs('body', parsed(body), validate)
}

/** Amazon.md §2.3: a credential, its date, a user agent that names the language, JSON by POST, and no body by GET. */
function troubleWithHeaders({ method, headers, body }: Exchange): string[] {
  const wants: [string, RegExp][] = [
    ['x-amz-access-token', /^Atza\|\S+$/],
    ['x-amz-date', /^\d{8}T\d{6}Z$/],
    ['user-agent', /^[\w-]+\/[\w.-]+ \(Language=[^;)]+(; [^;)]+)*\)$/],
  ]
  if (method === 'POST') wants.push(['content-type', /^application\/json\b/])
  const wrong = wants
    .filter(([name, form]) => !form.test(headers[name] ?? ''))
    .map(([name]) => `header ${name}: missing or not of Amazon's form`)
  return method === 'GET' && body !== null ? [...wrong, 'body: a GET must not have one'] : wrong
}

function troubleWithAnswer(
  operation: Operation,
  { status, contentType, answer }: Exchange,
  validator: (schema: unknown) => ValidateFunction,
): string[] {
  const told = operation.responses[String(status)]
  if (told === undefined) return [`status ${status}: not one of ${Object.keys(operation.responses).join(', ')}`]
  if (told['schema'] === undefined) return answer === '' ? [] : [`status ${status}: no body is described`]
  const wrongType = /^application\/json\b/.test(contentType) ? [] : [`content type ${contentType}: not JSON`]
  return [...wrongType, ...wrongs(`answer ${status}`, parsed(answer), validator(told['schema']))]
}

function wrongs(where: string, value: unknown, validate: ValidateFunction): string[] {
  if (validate(value)) return []
  return (validate.errors ?? []).map((one) => `${where}${one.instancePath}: ${one.message ?? 'wrong'} ${JSON.stringify(one.params)}`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
