import { ok } from '../../../shared/lib/result.ts'
import type { Handlers } from '../dispatch.ts'
import type { Desk } from './desk.ts'

/** What was found in documents that was not known. */
export function findingCalls({ ports }: Desk): Pick<Handlers, 'findings.list'> {
  return {
    'findings.list': async ({ limit }) => ok({ findings: [...(await ports.stores.findings.newest(limit))] }),
  }
}
