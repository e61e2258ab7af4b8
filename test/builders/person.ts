import type { ConsentEnd, ConsentSurface } from '../../src/main/core/ports/consent.ts'
import type { Crank } from './crank.ts'

/**
 * What the person does with the next pages. `never` leaves them open until the limit; `outside` agrees, but the link
 * comes home some other way, later or never: it is only noted in `callbacks`.
 */
export type PersonAct =
  | { readonly kind: 'agree'; readonly account: string }
  | { readonly kind: 'outside'; readonly account: string }
  | { readonly kind: 'cancel'; readonly account: string }
  /** Signed in and agreed already, inside Seller Central; the browser only goes on. */
  | { readonly kind: 'go-on' }
  | { readonly kind: 'close' }
  | { readonly kind: 'never' }

export interface Person extends ConsentSurface {
  will(act: PersonAct): void
  /** Addresses that came home so far. */
  readonly callbacks: readonly string[]
  /** How many popups were opened. */
  opened(): number
}

/** The popup, and a person who clicks through the stand-in's pages by HTTP. Only Amazon's and the broker's pages are followed. */
export function createPerson(crank: Crank): Person {
  const callbacks: string[] = []
  let act: PersonAct = { kind: 'close' }
  let opened = 0

  async function walk(consentUrl: string, act: PersonAct): Promise<ConsentEnd> {
    if (act.kind === 'close') return { kind: 'closed' }
    if (act.kind === 'never') return new Promise(() => undefined)
    if (act.kind === 'go-on') return home(await fetch(consentUrl, { redirect: 'manual' }))
    const signIn = await read(await fetch(consentUrl))
    const asked = await read(await submit(consentUrl, signIn, { account: act.account }))
    if (act.kind === 'cancel') {
      await read(await submit(consentUrl, asked, { decision: 'cancel' }))
      return { kind: 'closed' }
    }
    const decided = await submit(consentUrl, asked, { decision: 'confirm' })
    const end = await home(decided)
    return act.kind === 'outside' ? new Promise(() => undefined) : end
  }

  /** From Amazon's redirect over the broker to the app. */
  async function home(decided: Response): Promise<ConsentEnd> {
    const callback = await fetch(locationOf(decided), { redirect: 'manual' })
    const url = locationOf(callback)
    callbacks.push(url)
    return { kind: 'returned', url }
  }

  return {
    callbacks,
    opened: () => opened,
    will: (next) => {
      act = next
    },
    prepare: async () => ({ kind: 'popup' }),
    run: ({ consentUrl, timeoutMs, signal }) => {
      opened += 1
      const ended = new Promise<ConsentEnd>((resolve) => {
        crank.clock.timer(timeoutMs, () => resolve({ kind: 'timed-out' }))
        signal.addEventListener('abort', () => resolve({ kind: 'aborted' }), { once: true })
      })
      const walking = walk(consentUrl, act)
      if (act.kind === 'agree' || act.kind === 'cancel' || act.kind === 'go-on') void crank.track('person', walking).catch(() => undefined)
      return Promise.race([walking, ended])
    },
  }
}

function submit(pageUrl: string, html: string, choice: Readonly<Record<string, string>>): Promise<Response> {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]
  const request = /name="request" value="([^"]+)"/.exec(html)?.[1]
  if (action === undefined || request === undefined)
    throw new Error(`no form on the page: ${html.replaceAll(/<[^>]*>/g, ' ').slice(0, 200)}`)
  return fetch(new URL(plain(action), pageUrl), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ request: plain(request), ...choice }),
  })
}

function locationOf(response: Response): string {
  const location = response.headers.get('location')
  if (location === null) throw new Error(`the pages did not lead on (${response.status})`)
  return location
}

async function read(response: Response): Promise<string> {
  const text = await response.text()
  if (response.status >= 400) throw new Error(`the page answered ${response.status}`)
  return text
}

function plain(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
