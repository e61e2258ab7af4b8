import type { CDPSession, Page } from '@playwright/test'
import { isAppHost, toElectron } from './scheme-host.ts'
import type { Session } from './sessions.ts'
import type { WebContents } from './web-contents.ts'

interface Paused {
  readonly requestId: string
  readonly request: { readonly url: string; readonly method: string; readonly headers: Record<string, string> }
  readonly frameId: string
  readonly resourceType: string
  readonly responseStatusCode?: number
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[]
  readonly redirectedRequestId?: string
}

interface Watch {
  readonly cdp: CDPSession
  readonly contents: WebContents
  readonly owner: Session
  readonly mainFrameId: string
}

const isCustom = (url: string) => /^springline:/i.test(url)

/** Tells the program of navigations as Electron documents them, from what Chromium's protocol shows. */
export async function watchNavigation(page: Page, contents: WebContents, owner: Session): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.enable')
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const watch: Watch = { cdp, contents, owner, mainFrameId: frameTree.frame.id }
  cdp.on('Fetch.requestPaused', (paused: Paused) => void judge(watch, paused).catch(() => undefined))
  cdp.on('Page.frameStartedNavigating', ({ url, frameId }: { url: string; frameId: string }) => {
    if (isCustom(url)) tellCustom(watch, { url, event: 'will-navigate', isMainFrame: frameId === watch.mainFrameId })
  })
  await cdp.send('Fetch.enable', { patterns: [{ requestStage: 'Request' }, { requestStage: 'Response', resourceType: 'Document' }] })
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) contents.emit('did-navigate', {}, toElectron(frame.url()), 200, 'OK')
  })
  page.on('requestfailed', (request) => {
    if (!request.isNavigationRequest()) return
    const text = request.failure()?.errorText ?? ''
    contents.emit('did-fail-load', {}, codeOf(text), text, toElectron(request.url()), request.frame() === page.mainFrame())
  })
  page.on('popup', (popup) => {
    void popup.close().catch(() => undefined)
  })
  cdp.on('Page.windowOpen', ({ url }: { url: string }) => contents.decideOpen({ url: toElectron(url) }))
}

async function judge(watch: Watch, paused: Paused): Promise<void> {
  const { cdp, contents } = watch
  const { url } = paused.request
  const isMainFrame = paused.frameId === watch.mainFrameId
  const isDocument = paused.resourceType === 'Document'
  if (paused.responseStatusCode !== undefined) {
    const target = isDocument ? redirectTarget(paused) : null
    if (target !== null && !tellRedirect(watch, target, isMainFrame)) return fail(cdp, paused)
    return go(cdp, paused)
  }
  const byPage = isDocument && paused.redirectedRequestId === undefined && !(isMainFrame && contents.ownLoads.delete(url))
  if (byPage && !tell(contents, { url: toElectron(url), isMainFrame }, 'will-navigate')) return fail(cdp, paused)
  return isAppHost(url) ? serve(watch, paused) : go(cdp, paused)
}

/** True when the program lets it pass. */
function tell(
  contents: WebContents,
  { url, isMainFrame }: { url: string; isMainFrame: boolean },
  event: 'will-navigate' | 'will-redirect',
): boolean {
  let passed = true
  const details = { url, isMainFrame, isSameDocument: false, preventDefault: () => (passed = false) }
  contents.emit('will-frame-navigate', details)
  if (isMainFrame || event === 'will-redirect') contents.emit(event, details)
  return passed
}

function tellRedirect(watch: Watch, url: string, isMainFrame: boolean): boolean {
  if (!isCustom(url)) return tell(watch.contents, { url: toElectron(url), isMainFrame }, 'will-redirect')
  tellCustom(watch, { url, event: 'will-redirect', isMainFrame })
  return false
}

/** The program's events first, then the partition's own handler: Chromium itself can go no further. */
function tellCustom(
  { contents, owner }: Watch,
  { url, event, isMainFrame }: { url: string; event: 'will-navigate' | 'will-redirect'; isMainFrame: boolean },
): void {
  const straight = process.env['ELECTRON_DOUBLE_CATCHER'] === 'handler'
  if (!straight && !tell(contents, { url, isMainFrame }, event)) return
  const scheme = url.slice(0, url.indexOf(':')).toLowerCase()
  void owner.protocol.handlers.get(scheme)?.({ url, method: 'GET', headers: new Headers() } as Request)
}

/** A request for `app://…`, answered by the program's handler with its headers. */
async function serve({ cdp, owner }: Watch, { requestId, request }: Paused): Promise<void> {
  const handler = owner.protocol.handlers.get('app')
  if (handler === undefined) return void (await cdp.send('Fetch.failRequest', { requestId, errorReason: 'AddressUnreachable' }))
  const answer = await handler({ url: toElectron(request.url), method: request.method, headers: new Headers(request.headers) } as Request)
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64')
  await cdp.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: answer.status,
    responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
    body,
  })
}

function redirectTarget({ responseStatusCode = 0, responseHeaders = [], request }: Paused): string | null {
  const location = responseHeaders.find((header) => header.name.toLowerCase() === 'location')?.value
  if (responseStatusCode < 300 || responseStatusCode > 399 || location === undefined) return null
  return URL.canParse(location, request.url) ? new URL(location, request.url).href : null
}

async function go(cdp: CDPSession, { requestId }: Paused): Promise<void> {
  await cdp.send('Fetch.continueRequest', { requestId })
}

async function fail(cdp: CDPSession, { requestId }: Paused): Promise<void> {
  await cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
}

function codeOf(text: string): number {
  const codes: Readonly<Record<string, number>> = {
    'net::ERR_ABORTED': -3,
    'net::ERR_CONNECTION_REFUSED': -102,
    'net::ERR_NAME_NOT_RESOLVED': -105,
  }
  return codes[text] ?? -2
}
