import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Diagnosis, Rung } from '../../shared/contract/diagnosis/diagnosis.ts'
import type { Failure } from '../../shared/contract/failures.ts'
import type { AccountId } from '../../shared/domain/ids.ts'
import type { Client } from '../transport/client.ts'

export type DiagnosisReading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly steps: readonly Rung[] }
  | { readonly kind: 'done'; readonly diagnosis: Diagnosis }
  | { readonly kind: 'failed'; readonly failure: Failure }

export interface Bundle {
  readonly fileName: string
  readonly text: string
}

/** Diagnoses by account: under way, done or failed. One at a time per account. */
export interface DiagnosisState {
  of(accountId: AccountId): StoreApi<DiagnosisReading>
  run(accountId: AccountId): void
  bundle(accountId: AccountId): Promise<Bundle | null>
  told(accountId: AccountId, steps: readonly Rung[]): void
}

export function createDiagnosisState(client: Client): DiagnosisState {
  const readings = new Map<AccountId, StoreApi<DiagnosisReading>>()
  const of = (accountId: AccountId): StoreApi<DiagnosisReading> => {
    const known = readings.get(accountId) ?? createStore<DiagnosisReading>(() => ({ kind: 'idle' }))
    readings.set(accountId, known)
    return known
  }
  return {
    of,
    run: (accountId) => {
      const state = of(accountId)
      if (state.getState().kind === 'running') return
      state.setState({ kind: 'running', steps: [] }, true)
      void client.call('diagnose.run', { accountId, ask: true }).then((result) => {
        state.setState(result.ok ? { kind: 'done', diagnosis: result.value } : { kind: 'failed', failure: result.error }, true)
      })
    },
    bundle: async (accountId) => {
      const bundle = await client.call('diagnose.bundle', { accountId, names: false })
      return bundle.ok ? bundle.value : null
    },
    told: (accountId, steps) => {
      const state = of(accountId)
      if (state.getState().kind === 'running') state.setState({ kind: 'running', steps }, true)
    },
  }
}
