import type { Failure } from '../../../shared/contract/failures.ts'
import { ok, type Result } from '../../../shared/lib/result.ts'
import type { Actions } from '../../state/actions.ts'
import type { AddChoice } from './add-choice.ts'

export interface PrivateFields {
  readonly sellingPartnerId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly refreshToken: string
  /** `YYYY-MM-DD`, or empty. */
  readonly secretIssuedOn: string
  readonly name: string
}

const SECRET_NAMES = ['clientSecret', 'refreshToken'] as const

/** Reads the form and empties its secret fields in the same step. */
export function takeFields(form: HTMLFormElement): PrivateFields {
  const entries = new FormData(form)
  const read = (name: string): string => {
    const value = entries.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const fields = {
    sellingPartnerId: read('sellingPartnerId'),
    clientId: read('clientId'),
    clientSecret: read('clientSecret'),
    refreshToken: read('refreshToken'),
    secretIssuedOn: read('secretIssuedOn'),
    name: read('name'),
  }
  for (const name of SECRET_NAMES) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = ''
  }
  return fields
}

/** Connects by the way the choice asks for; says whether Amazon proved whose account it is. */
export async function sendPrivateApp(
  act: Actions,
  choice: AddChoice,
  fields: PrivateFields,
): Promise<Result<'proven' | 'not-proven', Failure>> {
  const { clientId, clientSecret, refreshToken } = fields
  const secretIssuedOn = fields.secretIssuedOn === '' ? null : fields.secretIssuedOn
  if (choice.kind === 'advertising') {
    const ads = await act.connectAds({ region: choice.region, clientId, clientSecret, refreshToken, secretIssuedOn })
    return ads.ok ? ok('proven') : ads
  }
  const result = await act.connectPrivateApp({
    kind: choice.kind,
    region: choice.region,
    sellingPartnerId: fields.sellingPartnerId,
    clientId,
    clientSecret,
    refreshToken,
    secretIssuedOn,
    name: fields.name === '' ? null : fields.name,
    ...(choice.kind === 'vendor' ? { countries: [choice.country] } : {}),
  })
  return result.ok ? ok(result.value.identity) : result
}
