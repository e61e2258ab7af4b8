import { expect, expectTypeOf, test } from 'vitest'
import type { PopupContents, PopupNavigation, PopupSession, PopupWindow } from '../../src/main/hosts/electron/consent/popup-world.ts'
import type { NativeNotice } from '../../src/main/hosts/common/shell-notices.ts'
import type { KeyStore } from '../../src/main/adapters/vault/os-sealer.ts'
import type { CallSender } from '../../src/main/hosts/electron/window/bridge.ts'
import type { GuardedContents, GuardedSession } from '../../src/main/hosts/electron/window/guard-contents.ts'

/**
 * The fakes of this lane implement narrow types of the host. Here the compiler checks that Electron's own classes fit
 * the same types, so a member that Electron renames or changes fails this file. Types only: nothing of Electron runs.
 */
test('Electron’s own classes fit the types that the fakes implement', () => {
  expectTypeOf<Electron.BrowserWindow>().toExtend<PopupWindow>()
  expectTypeOf<Electron.WebContents>().toExtend<PopupContents>()
  expectTypeOf<Electron.Session>().toExtend<PopupSession>()
  expectTypeOf<Electron.Event<Electron.WebContentsWillNavigateEventParams>>().toExtend<PopupNavigation>()
  expectTypeOf<Electron.Event<Electron.WebContentsWillRedirectEventParams>>().toExtend<PopupNavigation>()
  expectTypeOf<Electron.Notification>().toExtend<NativeNotice>()
  expectTypeOf<Electron.SafeStorage>().toExtend<KeyStore>()
  expectTypeOf<Electron.IpcMainInvokeEvent>().toExtend<CallSender>()
  expectTypeOf<Electron.WebContents>().toExtend<GuardedContents>()
  expectTypeOf<Electron.Session>().toExtend<GuardedSession>()
  expect(process.versions['electron']).toBeUndefined()
})
