import type { Cell } from './document.ts'
import { fieldsOf, listOf, textOf } from './json-fields.ts'

const CODE = /^[A-Za-z0-9_.-]{1,40}$/
const ATTRIBUTE = /^[a-z0-9_.#]{1,60}$/i
const SEVERITIES = ['ERROR', 'WARNING', 'INFO']

/**
 * Errors, warnings, and the issues themselves as `SEVERITY code attribute,attribute` joined by `; `, in an order of their
 * own. Amazon's sentences are left out: they quote what was submitted. All unknown when Amazon said nothing about issues.
 */
export function listingIssues(list: unknown, marketplaceId: string): readonly [errors: Cell, warnings: Cell, issues: Cell] {
  if (!Array.isArray(list)) return [null, null, null]
  const mine = list.map(fieldsOf).filter((one) => one !== null && concerns(one, marketplaceId))
  const severities = mine.map((one) => severityOf(one))
  const texts = mine.map((one, index) => [severities[index], codeOf(one), attributesOf(one)].filter((part) => part !== '').join(' '))
  return [
    severities.filter((one) => one === 'ERROR').length,
    severities.filter((one) => one === 'WARNING').length,
    [...new Set(texts)].sort().join('; '),
  ]
}

type Issue = Readonly<Record<string, unknown>> | null

/** An issue that names no marketplace concerns all. */
function concerns(issue: Issue, marketplaceId: string): boolean {
  const named = listOf(issue?.['marketplaceIds'])
  return named.length === 0 || named.includes(marketplaceId)
}

/** A severity Amazon has not named so far counts as an error rather than being passed over. */
function severityOf(issue: Issue): string {
  const said = textOf(issue?.['severity']) ?? ''
  return SEVERITIES.includes(said) ? said : 'ERROR'
}

function codeOf(issue: Issue): string {
  const code = textOf(issue?.['code']) ?? ''
  return CODE.test(code) ? code : 'other'
}

function attributesOf(issue: Issue): string {
  return listOf(issue?.['attributeNames'])
    .map((name) => textOf(name) ?? '')
    .filter((name) => ATTRIBUTE.test(name))
    .sort()
    .join(',')
}
