import type { ConsentEnd } from '../../../core/ports/consent.ts'
import { judgeAddress, type ConsentRules } from '../../common/judge-address.ts'
import { popupOptions } from './popup-options.ts'
import type { PopupNavigation, PopupSession, PopupWindow } from './popup-world.ts'

/** How long a popup stays open, whatever the ticket says. Our choice. */
const LONGEST_MS = 10 * 60_000
/** net::ERR_ABORTED: what a navigation answers that we ourselves stopped. */
const ABORTED = -3

export interface PopupWorld {
  makeSession(partition: string): PopupSession
  makeWindow(options: Electron.BrowserWindowConstructorOptions): PopupWindow
  /** Calls once after the delay; answers a cancel. */
  later(delayMs: number, call: () => void): () => void
  newId(): string
}

export interface PopupOrder {
  readonly consentUrl: string
  readonly rules: ConsentRules
  readonly title: string
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/**
 * Amazon's pages in a window and a session of their own, gone without a trace when they end. Three catchers (page-made
 * navigation, server redirect, the session's own protocol handler) feed one end that counts once.
 */
export function runConsentPopup(world: PopupWorld, order: PopupOrder): Promise<ConsentEnd> {
  const first = judgeAddress(order.consentUrl, order.rules)
  if (order.signal.aborted) return Promise.resolve({ kind: 'aborted' })
  if (first.kind !== 'allowed') return Promise.resolve({ kind: 'blocked', host: first.kind === 'blocked' ? first.host : '' })
  const session = world.makeSession(`consent-${world.newId()}`)
  denyEverything(session)
  const window = world.makeWindow(popupOptions(session, titleFor(order.consentUrl, order.title)))
  return new Promise((resolve) => {
    const undo: (() => void)[] = []
    let ended = false
    const finish = (end: ConsentEnd) => {
      if (ended) return
      ended = true
      for (const one of undo) one()
      void wipe(window, session).finally(() => resolve(end))
    }
    undo.push(world.later(Math.min(order.timeoutMs, LONGEST_MS), () => finish({ kind: 'timed-out' })))
    const abort = () => finish({ kind: 'aborted' })
    order.signal.addEventListener('abort', abort, { once: true })
    undo.push(() => order.signal.removeEventListener('abort', abort))
    watch(window, session, order, finish)
    window.webContents.loadURL(order.consentUrl).catch(() => undefined)
  })
}

function watch(window: PopupWindow, session: PopupSession, { rules, title }: PopupOrder, finish: (end: ConsentEnd) => void): void {
  const { webContents } = window
  const meet = (details: PopupNavigation) => {
    if (!details.isMainFrame) return
    const verdict = judgeAddress(details.url, rules)
    if (verdict.kind === 'allowed') return
    details.preventDefault()
    finish(verdict.kind === 'home' ? { kind: 'returned', url: details.url } : verdict)
  }
  webContents.on('will-navigate', meet)
  webContents.on('will-redirect', meet)
  session.protocol.handle('springline', (request) => {
    if (judgeAddress(request.url, rules).kind === 'home') finish({ kind: 'returned', url: request.url })
    return new Response(null, { status: 204 })
  })
  webContents.setWindowOpenHandler(({ url }) => {
    const verdict = judgeAddress(url, rules)
    if (verdict.kind === 'allowed') webContents.loadURL(url).catch(() => undefined)
    if (verdict.kind === 'home') finish({ kind: 'returned', url })
    return { action: 'deny' }
  })
  webContents.on('did-navigate', (_event, url) => window.setTitle(titleFor(url, title)))
  webContents.on('did-fail-load', (_event, code, _text, _url, isMainFrame) => {
    if (isMainFrame && code !== ABORTED) finish({ kind: 'load-failed' })
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('closed', () => finish({ kind: 'closed' }))
}

/** The host stands first and always: a page cannot choose what the person reads there. */
function titleFor(address: string, title: string): string {
  return `${new URL(address).host} – ${title} – Springline`
}

function denyEverything(session: PopupSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** Nothing of the visit stays: the handler, the window, cookies and cache go. A session that is gone already is no trouble. */
async function wipe(window: PopupWindow, session: PopupSession): Promise<void> {
  session.protocol.unhandle('springline')
  if (!window.isDestroyed()) window.destroy()
  await Promise.allSettled([session.clearStorageData(), session.clearCache()])
}
