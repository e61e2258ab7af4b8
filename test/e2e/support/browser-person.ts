/** Walks Amazon's (stand-in) pages over plain HTTP and answers the link that the broker's last page offers. */
export async function consentLink(account: string, address: string): Promise<string> {
  const signIn = await textOf(await fetch(address))
  const consent = await textOf(await submit(address, signIn, { account }))
  const decided = await submit(address, consent, { decision: 'confirm' })
  const callback = decided.headers.get('location')
  if (callback === null) throw new Error(`the pages did not lead back (${decided.status})`)
  const page = await textOf(await fetch(callback, { redirect: 'manual' }))
  const link = /data-action="continue"[^>]*href="([^"]+)"/.exec(page)?.[1]
  if (link === undefined) throw new Error('the broker offered no way back')
  return link.replaceAll('&amp;', '&')
}

function submit(pageUrl: string, html: string, choice: Readonly<Record<string, string>>): Promise<Response> {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  const request = /name="request" value="([^"]+)"/.exec(html)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  if (action === undefined || request === undefined) throw new Error('not a form')
  return fetch(new URL(action, pageUrl), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ request, ...choice }),
  })
}

async function textOf(response: Response): Promise<string> {
  if (response.status >= 400) throw new Error(`${new URL(response.url).pathname} answered ${response.status}`)
  return response.text()
}
