import { fieldsOf, readOperations, type Json, type Operation } from './models.ts'

/** One static case of Amazon's sandbox: what must be asked, word for word, and what is answered then. */
export interface SandboxCase {
  readonly operation: Operation
  readonly status: number
  /** By name, wherever it goes: path, query or `body`. */
  readonly parameters: Json
  readonly response: Json
}

/** Every static case of the operations named, in the order of the models. */
export function sandboxCases(ids: readonly string[]): readonly SandboxCase[] {
  return readOperations()
    .filter((operation) => ids.includes(operation.id))
    .flatMap((operation) =>
      Object.entries(operation.responses).flatMap(([status, told]) => {
        const cases = fieldsOf(told['x-amzn-api-sandbox'])['static']
        return Array.isArray(cases) ? cases.map((one: unknown) => caseOf(operation, Number(status), fieldsOf(one))) : []
      }),
    )
}

function caseOf(operation: Operation, status: number, one: Json): SandboxCase {
  const told = Object.entries(fieldsOf(fieldsOf(one['request'])['parameters']))
  return {
    operation,
    status,
    parameters: Object.fromEntries(told.map(([name, given]) => [name, fieldsOf(given)['value']])),
    response: fieldsOf(one['response']),
  }
}

/** What the sandbox wants to be there and does not look at, where a case leaves it out. */
const UNSAID: Readonly<Record<string, string>> = {
  sellerId: 'SellerId',
  marketplaceIds: 'ATVPDKIKX0DER',
  interval: '2018-05-01T00:00-07:00--2018-05-03T00:00-07:00',
}

/** The case's request as path and query, with the required parameters it leaves out. */
export function addressOf({ operation, parameters }: SandboxCase): {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
} {
  const textOf = (name: string) => (name in parameters ? String(parameters[name]) : (UNSAID[name] ?? ''))
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(name)))
  const asked = operation.parameters.filter((one) => one.in === 'query' && (one.name in parameters || one.required === true))
  return { path, query: Object.fromEntries(asked.map(({ name }) => [name, textOf(name)])) }
}
