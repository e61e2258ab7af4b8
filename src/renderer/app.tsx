import { RouterProvider } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createWindowRouter } from './screens/router.tsx'
import { WindowStateContext } from './state/use-state.ts'
import type { WindowState } from './state/window-state.ts'

const router = createWindowRouter()

/** The window: its state, its routes. */
export function App({ state }: { readonly state: WindowState }): ReactElement {
  return (
    <I18nProvider locale={state.world.locale}>
      <WindowStateContext value={state}>
        <RouterProvider router={router} />
      </WindowStateContext>
    </I18nProvider>
  )
}
