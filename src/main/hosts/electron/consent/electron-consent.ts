import type { ConsentEnd, ConsentSurface } from '../../../core/ports/consent.ts'
import { runConsentPopup, type PopupWorld } from './consent-popup.ts'
import { judgeAddress } from '../../common/judge-address.ts'

export interface ConsentWorld extends PopupWorld {
  readonly consentHosts: readonly string[]
  readonly packaged: boolean
  /** The system browser; the address was judged before. */
  openExternal(url: string): Promise<void>
}

/** The popup by default; the person's own browser when asked for, whose answer comes home as a link to the app. */
export function createElectronConsent(world: ConsentWorld): ConsentSurface {
  const inBrowser = new Set<string>()
  return {
    async prepare(attemptId, surface) {
      if (surface === 'default') return { kind: 'popup' }
      inBrowser.add(attemptId)
      return { kind: 'app-link' }
    },
    run({ attemptId, consentUrl, callbackUrl, title, timeoutMs, signal }) {
      const rules = { consentHosts: world.consentHosts, callbackUrl, packaged: world.packaged }
      if (!inBrowser.delete(attemptId)) return runConsentPopup(world, { consentUrl, rules, title, timeoutMs, signal })
      const verdict = judgeAddress(consentUrl, rules)
      if (verdict.kind !== 'allowed') return Promise.resolve({ kind: 'blocked', host: verdict.kind === 'blocked' ? verdict.host : '' })
      return waitForLink(world, { consentUrl, timeoutMs, signal })
    },
  }
}

interface BrowserOrder {
  readonly consentUrl: string
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** Nothing is seen of the person's browser: the attempt ends by its link (which aborts this wait), by time or by choice. */
function waitForLink(world: ConsentWorld, { consentUrl, timeoutMs, signal }: BrowserOrder): Promise<ConsentEnd> {
  return new Promise((resolve) => {
    const cancel = world.later(timeoutMs, () => resolve({ kind: 'timed-out' }))
    const end = (how: ConsentEnd) => {
      cancel()
      resolve(how)
    }
    if (signal.aborted) return end({ kind: 'aborted' })
    signal.addEventListener('abort', () => end({ kind: 'aborted' }), { once: true })
    world.openExternal(consentUrl).catch(() => end({ kind: 'load-failed' }))
  })
}
