import { join } from 'node:path'
import type { TrayState } from '../../../core/ports/notifier.ts'
import { trayAttention, traySummary } from '../../common/tray-words.ts'

/** Sizes of the tray images for screens of 100, 125, 150 and 200 percent. */
const SIZES = [16, 20, 24, 32] as const

export interface TrayActions {
  open(accountId: string | null): void
  syncNow(): void
  pause(paused: boolean): void
  quit(): void
}

/** The part of Electron that makes a tray. */
export type TrayParts<Image, Menu> = {
  readonly makeTray: (image: Image) => {
    setImage(image: Image): void
    setToolTip(text: string): void
    setContextMenu(menu: Menu): void
    on(event: 'click', listener: () => void): unknown
    destroy(): void
  }
  readonly makeMenu: (template: Electron.MenuItemConstructorOptions[]) => Menu
  readonly loadImage: (files: readonly { readonly path: string; readonly scale: number }[]) => Image
  readonly isDark: () => boolean
  readonly onThemeChange: (listener: () => void) => void
  readonly platform: NodeJS.Platform
  /** Folder of the tray images. */
  readonly folder: string
}

export interface ShellTray {
  render(state: TrayState): void
  destroy(): void
}

/** The tray with its menu: set anew on each change, because Linux shows only what was set last. */
export function createTray<Image, Menu>(parts: TrayParts<Image, Menu>, actions: TrayActions): ShellTray {
  let state: TrayState = { tone: 'holding', needYou: 0, dataTo: null, attention: [], paused: false }
  const image = () => parts.loadImage(imageFiles(parts.folder, state.tone, parts.platform, parts.isDark()))
  const tray = parts.makeTray(image())
  const draw = () => {
    tray.setImage(image())
    tray.setToolTip(`Springline: ${traySummary(state)}`)
    tray.setContextMenu(parts.makeMenu(trayTemplate(state, actions)))
  }
  tray.on('click', () => actions.open(null))
  parts.onThemeChange(draw)
  draw()
  return {
    render: (next) => {
      state = next
      draw()
    },
    destroy: () => tray.destroy(),
  }
}

/** Summary, who needs somebody, sync, pause, open, quit. */
export function trayTemplate(state: TrayState, actions: TrayActions): Electron.MenuItemConstructorOptions[] {
  const attention = trayAttention(state).map(({ accountId, label }) => ({ label, click: () => actions.open(accountId) }))
  return [
    { label: `Springline: ${traySummary(state)}`, enabled: false },
    { type: 'separator' },
    ...attention,
    ...(attention.length > 0 ? [{ type: 'separator' as const }] : []),
    { label: 'Sync now', enabled: state.tone !== 'offline' && !state.paused, click: () => actions.syncNow() },
    { label: state.paused ? 'Resume syncing' : 'Pause syncing', click: () => actions.pause(!state.paused) },
    { label: 'Open Springline', click: () => actions.open(null) },
    { type: 'separator' },
    { label: 'Quit Springline', click: () => actions.quit() },
  ]
}

/** macOS colours a template image itself; elsewhere the light or dark drawing is chosen. */
export function imageFiles(
  folder: string,
  tone: TrayState['tone'],
  platform: NodeJS.Platform,
  dark: boolean,
): { path: string; scale: number }[] {
  if (platform === 'darwin') return [{ path: join(folder, `${tone}Template.png`), scale: 1 }]
  return SIZES.map((size) => ({ path: join(folder, `${tone}-${dark ? 'dark' : 'light'}-${size}.png`), scale: size / 16 }))
}
