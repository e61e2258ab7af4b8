import { readFileSync } from 'node:fs'
import { endpointsFile, resolveEndpoints, type Endpoints } from '../../../shared/contract/endpoints.ts'
import type { Figures } from '../../../shared/contract/figures.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'

/** Amazon's addresses, with the overrides of an endpoints file; the error is a sentence that names the key and the remedy. */
export function readEndpoints(figures: Figures, path: string | null): Result<Endpoints, string> {
  if (path === null) return ok(resolveEndpoints(figures, {}))
  const read = readJson(path)
  if (!read.ok) return read
  const checked = endpointsFile.safeParse(read.value)
  return checked.success ? ok(resolveEndpoints(figures, checked.data)) : err(complaint(path, checked.error.issues))
}

type Issues = NonNullable<ReturnType<typeof endpointsFile.safeParse>['error']>['issues']

function complaint(path: string, [issue]: Issues): string {
  const at = issue?.path.join('.') ?? ''
  if (issue?.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => (at === '' ? key : `${at}.${key}`)).join(', ')
    return `The endpoints file ${path} has an unknown key: ${keys}. Remove it or correct its spelling; docs/endpoints.md lists the keys.`
  }
  return `The endpoints file ${path} has a bad value at ${at || 'its top level'}: ${issue?.message ?? 'it does not fit'}. See docs/endpoints.md.`
}

function readJson(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError) return err(`The endpoints file ${path} is no JSON: ${error.message}.`)
    return err(`The endpoints file ${path} cannot be read. Check the path and its permissions.`)
  }
}
