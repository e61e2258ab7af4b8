import type { Core } from '../core.ts'
import { asFields, numberOf, textOf } from '../lib/fields.ts'

/** Where a page begins. `asOf` is the instant the whole walk looks at, so that pages fit together. */
export type PagePlace = {
  readonly args: string
  readonly skip: number
  readonly page: number
  readonly asOf: number
  /** When the token was handed out. */
  readonly givenAt: number
}

/** The place a token names, the beginning without one, undefined for a token that is not ours or belongs to other arguments. */
export function placeOf(core: Core, purpose: string, token: string | undefined, args: string): PagePlace | undefined {
  if (token === undefined) return { args, skip: 0, page: 0, asOf: core.now(), givenAt: core.now() }
  const fields = asFields(core.sealer.open(`${purpose} page`, token))
  const [skip, page, asOf, givenAt] = ['skip', 'page', 'asOf', 'givenAt'].map((name) => numberOf(fields, name))
  if (textOf(fields, 'args') !== args) return undefined
  return skip === undefined || page === undefined || asOf === undefined || givenAt === undefined
    ? undefined
    : { args, skip, page, asOf, givenAt }
}

/** The token of the page after this one; undefined when it was the last. */
export function tokenAfter(core: Core, purpose: string, place: PagePlace, counts: { shown: number; all: number }): string | undefined {
  const skip = place.skip + counts.shown
  if (skip >= counts.all) return undefined
  return core.sealer.seal(`${purpose} page`, { ...place, skip, page: place.page + 1, givenAt: core.now() })
}
