import { isOwnAddress } from '../app-scheme.ts'

interface Navigation {
  readonly url: string
  preventDefault(): void
}

/** The part of Electron's WebContents that the guard needs. */
export interface GuardedContents {
  on(event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate', listener: (details: Navigation) => void): unknown
  on(event: 'will-attach-webview', listener: (event: { preventDefault(): void }) => void): unknown
  setWindowOpenHandler(decide: () => { action: 'deny' }): void
}

/** The part of Electron's Session that grants or denies. */
export interface GuardedSession {
  setPermissionRequestHandler(handler: (contents: unknown, permission: unknown, answer: (granted: boolean) => void) => void): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
}

/**
 * Rules for every web contents there will ever be: no new windows, no webview, no way off our own address. A consent
 * popup goes elsewhere by rules of its own, so it is asked for at each navigation.
 */
export function guardContents(contents: GuardedContents, isConsent: () => boolean): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event, (details) => {
      if (!isConsent() && !isOwnAddress(details.url)) details.preventDefault()
    })
  }
}

/** Nothing Springline shows needs a permission: requests and checks are denied in every session. */
export function denyPermissions(session: GuardedSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
