import { z } from 'zod'

/** Amazon's complaint in any spelling of its four doors; nothing else of a body is read. */
const text = z.union([z.string(), z.number()]).nullish()
const one = z.object({ code: text, message: text, details: text, detail: text })
const body = z.object({
  ...one.shape,
  errors: z.array(one).nullish(),
  error: z.unknown().optional(),
  error_description: text,
  failure: text,
})

export interface Complaint {
  readonly code: string
  readonly message: string
  readonly details: string
}

/** Null when the body is no complaint of anybody we know. */
export function complaintIn(json: unknown): Complaint | null {
  const read = body.safeParse(json)
  if (!read.success) return null
  const all = read.data
  const first = all.errors?.[0] ?? all
  const oauth = typeof all.error === 'string' ? all.error : null
  const code = firstOf(first.code, oauth, all.failure)
  const message = firstOf(first.message, all.error_description)
  const details = firstOf(first.details, first.detail)
  return code + message + details === '' ? null : { code, message, details }
}

function firstOf(...values: readonly (string | number | null | undefined)[]): string {
  return String(values.find((value) => value !== null && value !== undefined) ?? '')
}

const NAME = /^[A-Za-z_][\w-]{0,39}$/
/** Amazon's ids of sellers, marketplaces and products: capitals and digits. */
const ID = /^(?=.*\d)[A-Z\d]+$/
const DEEPEST = 4
const MOST_KEYS = 20

/** The names of a JSON value without any of its values: `{errors:[{code,message}]}`. A name that could be a value is `…`. */
export function shapeOf(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) return typeof value
  if (depth >= DEEPEST) return '…'
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${shapeOf(value[0], depth + 1)}]`
  const names = Object.entries(value)
    .slice(0, MOST_KEYS)
    .map(([name, inner]) => (typeof inner === 'object' && inner !== null ? `${plain(name)}:${shapeOf(inner, depth + 1)}` : plain(name)))
  return `{${names.join(',')}}`
}

function plain(name: string): string {
  return NAME.test(name) && !ID.test(name) ? name : '…'
}

/** A code is kept when it is a plain word or number. */
export function plainCode(code: string): string {
  return /^[A-Za-z][A-Za-z_.-]{0,59}$|^\d{1,6}$/.test(code) ? code : code === '' ? 'no code' : 'a code that is not plain'
}

/** A sentence of plain lower-case words is kept; one with names, numbers, addresses or long words is not. */
export function plainMessage(message: string): string | null {
  const isPlain = /^[A-Za-z][a-z]{0,19}(?:[ ,'-]+(?:[a-z]{1,20}|API|ID|URL))*[.!]?$/.test(message)
  return isPlain && message.length <= 120 ? message : null
}
