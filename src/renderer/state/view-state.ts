import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure } from '../../shared/contract/failures.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { KeepMonths } from '../../shared/domain/retention.ts'
import type { AccountKind, ApiFamily, Region } from '../../shared/domain/region.ts'

/** Where adding begins: at the person's own private app, with what is already known. */
export interface AddStart {
  readonly family: ApiFamily
  readonly kind: AccountKind
  readonly region: Region
  readonly sellingPartnerId: string | null
}

/** A dialog that belongs to no route. */
export type OpenDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'add-channel'; readonly start?: AddStart | undefined }
  | { readonly kind: 'rename'; readonly accountId: AccountId; readonly name: string }
  | { readonly kind: 'disconnect'; readonly accountId: AccountId }
  | { readonly kind: 'replace-secret'; readonly clientId: string }
  | { readonly kind: 'purge'; readonly accountId: AccountId }
  | { readonly kind: 'keep'; readonly keepMonths: KeepMonths }

/** What floats at the lower right for a while. */
export type Toast =
  | { readonly id: number; readonly kind: 'failure'; readonly failure: Failure }
  | { readonly id: number; readonly kind: 'fact'; readonly text: string }

export interface ViewState {
  readonly dialog: OpenDialog
  readonly toasts: readonly Toast[]
  /** Said politely by assistive technology. */
  readonly announcement: string
  /** The whole-app fact the person hid for now. */
  readonly hiddenBanner: string | null
}

const MOST_TOASTS = 3

export interface View {
  readonly state: StoreApi<ViewState>
  show(dialog: OpenDialog): void
  readonly close: () => void
  failed(failure: Failure): void
  tell(text: string): void
  dismiss(id: number): void
  announce(text: string): void
  hideBanner(kind: string): void
}

/** What belongs to the window alone and is gone when it closes. */
export function createView(): View {
  const state = createStore<ViewState>(() => ({ dialog: { kind: 'none' }, toasts: [], announcement: '', hiddenBanner: null }))
  let lastId = 0
  const push = (toast: Toast): void => {
    state.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-MOST_TOASTS) }))
  }
  const nextId = (): number => (lastId += 1)
  return {
    state,
    show: (dialog) => {
      state.setState({ dialog })
    },
    close: () => {
      state.setState({ dialog: { kind: 'none' } })
    },
    failed: (failure) => {
      push({ id: nextId(), kind: 'failure', failure })
    },
    tell: (text) => {
      push({ id: nextId(), kind: 'fact', text })
    },
    dismiss: (id) => {
      state.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
    },
    announce: (announcement) => {
      state.setState({ announcement })
    },
    hideBanner: (hiddenBanner) => {
      state.setState({ hiddenBanner })
    },
  }
}
