import type { Core } from '../core.ts'
import { asFields, textOf } from '../lib/fields.ts'
import type { Client } from '../login/clients.ts'
import type { AccountSpec } from '../world/spec.ts'
import { openRequest, sealRequest } from './consent-decision.ts'
import type { ConsentRequest } from './consent-request.ts'

/** Who is asked what, between the sign-in and the decision. */
export type Agreement = { readonly request: ConsentRequest; readonly account: AccountSpec; readonly client: Client }

export function sealAgreement(core: Core, request: ConsentRequest, account: AccountSpec): string {
  return core.sealer.seal('agreement', { request: sealRequest(core, request), account: account.id })
}

/** Undefined for a text this stand-in did not seal. */
export function openAgreement(core: Core, sealed: string): Agreement | undefined {
  const fields = asFields(core.sealer.open('agreement', sealed))
  const request = openRequest(core, textOf(fields, 'request') ?? '')
  const account = core.world.account(textOf(fields, 'account') ?? '')
  const client = request === undefined ? undefined : core.publisher.find(request.clientId)
  return request === undefined || account === undefined || client === undefined ? undefined : { request, account, client }
}
