import { createContext, useContext, useEffect } from 'react'
import { useStore } from 'zustand'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { DiagnosisReading } from './diagnosis-state.ts'
import type { Reading } from './reading.ts'
import type { Resource } from './resource.ts'
import type { WindowState } from './window-state.ts'
import type { OpenDialog } from './view-state.ts'
import type { AttemptFlow } from './attempt-flow.ts'
import type { MomentWords } from '../format/moment.ts'

/** Carries the window's state to every screen. */
export const WindowStateContext = createContext<WindowState | null>(null)

export function useWindowState(): WindowState {
  const state = useContext(WindowStateContext)
  if (state === null) throw new Error('a screen was rendered outside the window state')
  return state
}

/** Watches a resource for as long as the caller is on screen. */
export function useReading<Value>(resource: Resource<Value>): Reading<Value> {
  useEffect(() => resource.watch(), [resource])
  return useStore(resource.state)
}

/** The app's time in ms since 1970, renewed every few seconds. */
export function useNow(): number {
  return useStore(useWindowState().time)
}

/** Locale and zone of the person's computer, for moments. */
export function useMomentWords(): MomentWords {
  const { locale, zone } = useWindowState().world
  return { locale, zone }
}

export function useOpenDialog(): OpenDialog {
  return useStore(useWindowState().view.state, (view) => view.dialog)
}

export function useDiagnosis(accountId: AccountId): DiagnosisReading {
  return useStore(useWindowState().diagnoses.of(accountId))
}

export function useAttemptFlow(): AttemptFlow {
  return useStore(useWindowState().attempt.flow)
}
