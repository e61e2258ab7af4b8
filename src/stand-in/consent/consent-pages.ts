import type { AccountSpec } from '../world/spec.ts'
import type { ConsentRequest, ConsentTrouble } from './consent-request.ts'
import { escapeHtml, page } from './page.ts'

const CENTRALS = { seller: 'Seller Central', vendor: 'Vendor Central', ads: 'Advertising' } as const

/** First page: who are you? `sealed` carries the request to the next page. */
export function signInPage(request: ConsentRequest, sealed: string, accounts: readonly AccountSpec[], path: string): string {
  const choices = accounts
    .map(
      (account) =>
        `<button class="account" name="account" value="${escapeHtml(account.id)}" data-account="${escapeHtml(account.id)}">${escapeHtml(account.name)}<small>${escapeHtml(describe(account))}</small></button>`,
    )
    .join('')
  const central = `${CENTRALS[request.kind]} ${request.place.toUpperCase()}`
  return page(
    `Sign in to ${central}`,
    `<h1>Sign in to ${escapeHtml(central)}</h1><p>Which account do you sign in with?</p><form method="post" action="${path}/sign-in">${hidden(sealed)}${choices || '<p>Nobody has an account here.</p>'}</form>`,
  )
}

/** Second page: do you agree? */
export function consentPage(
  sealed: string,
  account: AccountSpec,
  asks: { application: string; permissions: readonly string[]; path: string },
): string {
  const permissions = asks.permissions.map((one) => `<li>${escapeHtml(one)}</li>`).join('')
  return page(
    `Authorize ${asks.application}`,
    `<h1>Authorize ${escapeHtml(asks.application)}</h1><p>${escapeHtml(asks.application)} asks for access to <strong>${escapeHtml(account.name)}</strong> (${escapeHtml(describe(account))}).</p><p>It will be able to use:</p><ul>${permissions}</ul><form method="post" action="${asks.path}/decision">${hidden(sealed)}<button class="yes" name="decision" value="confirm" data-decision="confirm">Confirm</button> <button name="decision" value="cancel" data-decision="cancel">Cancel</button></form>`,
  )
}

/** A person who cancels is not sent anywhere. */
export function leftPage(): string {
  return page(
    'You left without giving access',
    '<h1>You left without giving access</h1><p>Nothing was changed. You can close this page.</p><script>window.close()</script>',
  )
}

export function troublePage({ code, text }: ConsentTrouble): string {
  return page(
    `Error ${code}`,
    `<h1>We could not continue</h1><p data-error="${escapeHtml(code)}">${escapeHtml(text)}</p><p>Error code: <code>${escapeHtml(code)}</code></p>`,
  )
}

function describe(account: AccountSpec): string {
  return `${account.kind === 'seller' ? 'Seller' : 'Vendor'}, ${account.channels.map((channel) => channel.country).join(', ')}`
}

function hidden(sealed: string): string {
  return `<input type="hidden" name="request" value="${escapeHtml(sealed)}">`
}
