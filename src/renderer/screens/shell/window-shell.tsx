import { Outlet, useLocation } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { AppShell } from '../../parts/shell/app-shell.tsx'
import { FindPalette } from './find-palette.tsx'
import { useFocusReturn } from './use-focus-return.ts'
import { useLook } from './use-look.ts'
import { useNavigation } from './use-navigation.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { WindowBanner } from './window-banner.tsx'
import { WindowBar } from './window-bar.tsx'
import { WindowDialogs } from './window-dialogs.tsx'
import { WindowSidebar } from './window-sidebar.tsx'
import { WindowStatusLine } from './window-status-line.tsx'
import { WindowToasts } from './window-toasts.tsx'
import { places } from '../places.ts'
import { Announcer } from './announcer.tsx'

/** The window around every screen; Welcome stands alone. */
export function WindowShell(): ReactElement {
  useLook()
  useNavigation()
  useShortcuts()
  useFocusReturn()
  const { pathname } = useLocation()
  return (
    <>
      {pathname === places.welcome ? (
        <main className="h-full overflow-y-auto bg-surface">
          <Outlet />
        </main>
      ) : (
        <AppShell
          sidebar={<WindowSidebar pathname={pathname} />}
          bar={<WindowBar pathname={pathname} />}
          banner={<WindowBanner />}
          statusLine={<WindowStatusLine />}
        >
          <Outlet />
        </AppShell>
      )}
      <FindPalette />
      <WindowDialogs />
      <WindowToasts />
      <Announcer />
    </>
  )
}
