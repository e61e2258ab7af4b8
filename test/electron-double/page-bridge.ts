import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { ipcMain } from './ipc.ts'
import type { WebContents } from './web-contents.ts'

declare global {
  interface Window {
    __electronDouble?: { receive(name: string, args: readonly unknown[]): void }
    __electronDoubleInvoke?: (name: string, args: readonly unknown[]) => Promise<unknown>
  }
}

/** Runs the built preload before the page's own scripts, with `ipcRenderer` and `contextBridge` behind a binding. */
export async function preparePage(page: Page, preload: string, contents: WebContents): Promise<void> {
  await page.exposeBinding('__electronDoubleInvoke', async ({ frame }, name: string, args: readonly unknown[]) => {
    const senderFrame = contents.viewOf(frame)
    return ipcMain.invoke({ sender: contents, senderFrame }, name, args)
  })
  await page.addInitScript({ content: `(${shim.toString()})(function (module, exports, require) {${readFileSync(preload, 'utf8')}\n})` })
}

/** Runs in the page; must be self-contained. */
function shim(preload: (module: object, exports: object, require: (name: string) => unknown) => void): void {
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()
  const of = (name: string) => listeners.get(name) ?? new Set()
  Object.defineProperty(window, '__electronDouble', {
    value: {
      receive: (name: string, args: readonly unknown[]) => {
        for (const listener of of(name)) listener({}, ...args)
      },
    },
  })
  const electron = {
    ipcRenderer: {
      invoke: (name: string, ...args: unknown[]) => window.__electronDoubleInvoke?.(name, args),
      on: (name: string, listener: (event: object) => void) => void listeners.set(name, of(name).add(listener)),
      off: (name: string, listener: (event: object) => void) => void of(name).delete(listener),
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) => Object.defineProperty(window, name, { value: Object.freeze(api) }),
    },
  }
  const module = { exports: {} }
  preload(module, module.exports, (name) => {
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot load ${name}`)
    return electron
  })
}
