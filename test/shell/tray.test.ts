import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { TrayState } from '../../src/main/core/ports/notifier.ts'
import { createTray, imageFiles, trayTemplate, type TrayActions } from '../../src/main/hosts/electron/outside/tray.ts'
import { traySummary } from '../../src/main/hosts/common/tray-words.ts'
import { pauseAll } from '../../src/main/hosts/common/pause-all.ts'
import { err } from '../../src/shared/lib/result.ts'

const calm: TrayState = { tone: 'holding', needYou: 0, dataTo: '2026-09-14', attention: [], paused: false }
const needy: TrayState = {
  ...calm,
  tone: 'needs-you',
  needYou: 6,
  attention: Array.from({ length: 6 }, (_, index) => ({
    accountId: `acc_${index}`,
    name: `Shop ${index}`,
    action: index === 0 ? 'reconnect' : 'open-central',
  })),
}

function recordActions() {
  const done: string[] = []
  const actions: TrayActions = {
    open: (accountId) => done.push(`open ${accountId ?? 'window'}`),
    syncNow: () => done.push('sync'),
    pause: (paused) => done.push(`pause ${paused}`),
    quit: () => done.push('quit'),
  }
  return { done, actions }
}

const folder = join(import.meta.dirname, '../../resources/tray')

function openTray(platform: NodeJS.Platform = 'linux') {
  const seen = { images: [] as string[], tips: [] as string[], menus: [] as Electron.MenuItemConstructorOptions[][], destroyed: false }
  let themeChanged: () => void = () => undefined
  let dark = false
  const tray = createTray<string, Electron.MenuItemConstructorOptions[]>(
    {
      makeTray: () => ({
        setImage: (image) => seen.images.push(image),
        setToolTip: (text) => seen.tips.push(text),
        setContextMenu: (menu) => seen.menus.push(menu),
        on: () => undefined,
        destroy: () => (seen.destroyed = true),
      }),
      makeMenu: (template) => template,
      loadImage: (files) => files[0]?.path ?? '',
      isDark: () => dark,
      onThemeChange: (listener) => (themeChanged = listener),
      platform,
      folder,
    },
    recordActions().actions,
  )
  return {
    tray,
    seen,
    turnDark: () => {
      dark = true
      themeChanged()
    },
  }
}

test('the summary says who is needed and how far data reaches', () => {
  expect(traySummary({ ...needy, needYou: 2 })).toBe('2 need you, data to 14 Sep')
  expect(traySummary({ ...needy, needYou: 1 })).toBe('1 needs you, data to 14 Sep')
  expect(traySummary(calm)).toBe('all holding, data to 14 Sep')
  expect(traySummary({ ...calm, tone: 'offline', dataTo: null })).toBe('offline')
  expect(traySummary({ ...calm, paused: true })).toBe('paused, data to 14 Sep')
})

test('the whole menu is set again on each change', () => {
  const { tray, seen } = openTray()
  tray.render(needy)
  tray.render(calm)
  expect(seen.menus).toHaveLength(3)
  expect(seen.tips).toEqual([
    'Springline: all holding',
    'Springline: 6 need you, data to 14 Sep',
    'Springline: all holding, data to 14 Sep',
  ])
  expect(seen.images[1]).toMatch(/needs-you-light-16\.png$/)
})

test('a dark desktop gets the dark drawing at once', () => {
  const { turnDark, seen } = openTray()
  turnDark()
  expect(seen.images.at(-1)).toMatch(/holding-dark-16\.png$/)
})

test('at most five accounts, each with its action; a click goes to exactly that account', () => {
  const { done, actions } = recordActions()
  const menu = trayTemplate(needy, actions)
  const shops = menu.filter((entry) => entry.label?.startsWith('Shop'))
  expect(shops.map((entry) => entry.label)).toEqual([
    'Shop 0: Reconnect',
    'Shop 1: See details',
    'Shop 2: See details',
    'Shop 3: See details',
    'Shop 4: See details',
  ])
  shops[2]?.click?.({} as Electron.MenuItem, undefined, {})
  for (const label of ['Sync now', 'Pause syncing', 'Open Springline', 'Quit Springline']) {
    menu.find((entry) => entry.label === label)?.click?.({} as Electron.MenuItem, undefined, {})
  }
  expect(done).toEqual(['open acc_2', 'sync', 'pause true', 'open window', 'quit'])
})

test('offline or paused, syncing now is not offered', () => {
  const sync = (state: TrayState) => trayTemplate(state, recordActions().actions).find((entry) => entry.label === 'Sync now')?.enabled
  expect([sync(calm), sync({ ...calm, tone: 'offline' }), sync({ ...calm, paused: true })]).toEqual([true, false, false])
})

test('every image the tray may ask for is there', () => {
  const files = (['holding', 'working', 'needs-you', 'offline'] as const).flatMap((tone) =>
    (['darwin', 'win32', 'linux'] as const).flatMap((platform) =>
      [true, false].flatMap((dark) => imageFiles(folder, tone, platform, dark)),
    ),
  )
  expect(files.length).toBeGreaterThan(60)
  expect(files.filter(({ path }) => !existsSync(path))).toEqual([])
})

test('a pause from the tray that the core cannot answer changes nothing', async () => {
  const asked: string[] = []
  await pauseAll({ dispatch: async (name) => (asked.push(name), err({ code: 'internal', reason: null, field: null })) }, true)
  expect(asked).toEqual(['channels.list'])
})
