/**
 * Plays the person at Amazon's (stand-in) pages over plain HTTP: signs in with an account, agrees, compares nothing and
 * continues. Used to build the demo's history; the unattended run clicks in a real browser instead.
 */
export async function consentAs(account: string, consentUrl: string): Promise<void> {
  const signIn = await textOf(await fetch(consentUrl))
  const consent = await textOf(await submit(consentUrl, signIn, { account }))
  const decided = await submit(consentUrl, consent, { decision: 'confirm' })
  const callback = decided.headers.get('location')
  if (!callback) throw new Error(`the consent pages did not lead back (${decided.status})`)
  const brokerPage = await textOf(await fetch(callback, { redirect: 'manual' }))
  const back = /data-action="continue"[^>]*href="([^"]+)"/.exec(brokerPage)?.[1]
  if (!back) throw new Error('the broker showed no way back')
  await fetch(unescape(back))
}

function submit(pageUrl: string, html: string, choice: Readonly<Record<string, string>>): Promise<Response> {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]
  const request = /name="request" value="([^"]+)"/.exec(html)?.[1]
  if (!action || !request) throw new Error(`not a form: ${html.replaceAll(/<[^>]*>/g, ' ').slice(0, 300)}`)
  return fetch(new URL(unescape(action), pageUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ request: unescape(request), ...choice }),
  })
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text()
  if (response.status >= 400)
    throw new Error(`${new URL(response.url).pathname} answered ${response.status}: ${text.replaceAll(/<[^>]*>/g, ' ').slice(0, 300)}`)
  return text
}

function unescape(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
