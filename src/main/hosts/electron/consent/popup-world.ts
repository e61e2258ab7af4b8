/** A top-level or frame navigation that may still be stopped (Electron's will-navigate and will-redirect). */
export type PopupNavigation = Pick<Electron.WebContentsWillNavigateEventParams, 'url' | 'isMainFrame'> & { preventDefault(): void }

/** The part of Electron's WebContents that a consent popup uses. */
export interface PopupContents {
  on(event: 'will-navigate' | 'will-redirect', listener: (details: PopupNavigation) => void): unknown
  on(event: 'did-navigate', listener: (event: unknown, url: string) => void): unknown
  on(event: 'did-fail-load', listener: (event: unknown, code: number, text: string, url: string, isMainFrame: boolean) => void): unknown
  setWindowOpenHandler(decide: (details: Pick<Electron.HandlerDetails, 'url'>) => { action: 'deny' }): void
  loadURL(url: string): Promise<void>
}

/** The part of Electron's BrowserWindow that a consent popup uses. */
export interface PopupWindow {
  readonly webContents: PopupContents
  on(event: 'closed', listener: () => void): unknown
  on(event: 'page-title-updated', listener: (event: { preventDefault(): void }) => void): unknown
  setTitle(title: string): void
  isDestroyed(): boolean
  destroy(): void
}

/** The part of Electron's Session that a consent popup uses. */
export interface PopupSession {
  readonly protocol: {
    handle(scheme: 'springline', handler: (request: { readonly url: string }) => Response): void
    unhandle(scheme: 'springline'): void
  }
  setPermissionRequestHandler(handler: (contents: unknown, permission: unknown, answer: (granted: boolean) => void) => void): void
  setPermissionCheckHandler(handler: () => boolean): void
  on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown
  clearStorageData(): Promise<void>
  clearCache(): Promise<void>
}
