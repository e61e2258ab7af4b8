import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallParams } from '../../shared/contract/calls.ts'
import type { AttemptView } from '../../shared/contract/views/attempt.ts'
import type { AppView } from '../../shared/contract/views/app.ts'
import type { AttemptId } from '../../shared/domain/ids.ts'
import type { Client } from '../transport/client.ts'
import { closed, leavingMeans, moved, previewed, type AttemptFlow, type AttemptTarget, type Opening } from './attempt-flow.ts'

export type Choice = CallParams<'attempts.decide'>['choice']

export interface AttemptState {
  readonly flow: StoreApi<AttemptFlow>
  /** Opens the dialog at *Before* for an account that is already here. */
  prepare(target: AttemptTarget): void
  /** Goes to Amazon. On the node host this must run inside the click, so that the tab may open. */
  begin(target: AttemptTarget, surface?: 'default' | 'browser'): void
  /** Opens Amazon's page of the current attempt once more, inside the click. */
  openTab(): void
  /** Ends the attempt and begins it anew, in the browser or the host's own way. */
  restart(surface: 'default' | 'browser'): void
  paste(text: string): void
  decide(choice: Choice): void
  /** Escape, the leaving button and a click outside. */
  leave(): void
  /** The core says an attempt moved. */
  told(id: AttemptId): void
  /** The link stands again: what is shown may be old. */
  reread(): void
}

export interface AttemptWorld {
  readonly client: Client
  readonly host: () => AppView['host'] | null
  /** Opens an address of our own origin in a new tab; false when the browser blocked it. */
  readonly openTab: (path: string) => boolean
}

export function createAttemptState({ client, host, openTab }: AttemptWorld): AttemptState {
  const flow = createStore<AttemptFlow>(() => closed)
  const set = (next: AttemptFlow): void => { flow.setState(next, true) }
  const now = (): AttemptFlow => flow.getState()
  let lastRead = 0

  const open = (attempt: AttemptView): Opening => {
    if (attempt.stage !== 'at-amazon' || host() !== 'node') return 'host'
    return openTab(`/oauth/start?attempt=${encodeURIComponent(attempt.id)}`) ? 'tab' : 'blocked'
  }
  const read = async (id: AttemptId): Promise<void> => {
    lastRead += 1
    const mine = lastRead
    const result = await client.call('attempts.read', { id })
    if (mine === lastRead && result.ok) set(moved(now(), result.value))
  }
  const begin = async (target: AttemptTarget, surface: 'default' | 'browser'): Promise<void> => {
    const before = now()
    const preview = before.kind === 'before' ? before.preview : null
    const beginning: AttemptFlow = { kind: 'beginning', target, preview }
    set(beginning)
    const result = await client.call('attempts.begin', { ...target, surface })
    if (now() !== beginning) {
      if (result.ok) await client.call('attempts.cancel', { id: result.value.id })
      return
    }
    if (result.ok) set({ kind: 'under-way', target, attempt: result.value, opening: open(result.value), trouble: null })
    else set(preview === null ? { kind: 'not-begun', target, failure: result.error } : { kind: 'before', target, preview, trouble: result.error })
  }
  const answer = async (run: (id: AttemptId) => ReturnType<typeof client.call<'attempts.decide'>>): Promise<void> => {
    const current = now()
    if (current.kind !== 'under-way') return
    const result = await run(current.attempt.id)
    const later = now()
    if (later.kind !== 'under-way') return
    if (!result.ok) set({ ...later, trouble: result.error })
    else set({ ...later, attempt: result.value, opening: result.value.stage === 'at-amazon' ? open(result.value) : later.opening, trouble: null })
  }
  const leave = (): void => {
    const current = now()
    const means = leavingMeans(current)
    set(closed)
    if (current.kind !== 'under-way') return
    if (means === 'cancel') void client.call('attempts.cancel', { id: current.attempt.id })
    if (means === 'discard') void client.call('attempts.decide', { id: current.attempt.id, choice: 'discard' })
  }
  return {
    flow,
    prepare: (target) => { void prepare(client, flow, target) },
    begin: (target, surface = 'default') => { void begin(target, surface) },
    openTab: () => {
      const current = now()
      if (current.kind === 'under-way') set({ ...current, opening: open(current.attempt) })
    },
    restart: (surface) => {
      const current = now()
      if (current.kind !== 'under-way') return
      if (leavingMeans(current) === 'cancel') void client.call('attempts.cancel', { id: current.attempt.id })
      void begin(current.target, surface)
    },
    paste: (text) => { void answer((id) => client.call('attempts.paste', { id, text })) },
    decide: (choice) => {
      if (choice === 'discard') leave()
      else void answer((id) => client.call('attempts.decide', { id, choice }))
    },
    leave,
    told: (id) => {
      const current = now()
      if (current.kind === 'under-way' && current.attempt.id === id) void read(id)
    },
    reread: () => {
      const current = now()
      if (current.kind === 'under-way') void read(current.attempt.id)
    },
  }
}

async function prepare(client: Client, flow: StoreApi<AttemptFlow>, target: AttemptTarget): Promise<void> {
  if (target.accountId === null) return
  flow.setState({ kind: 'asking', target }, true)
  const result = await client.call('attempts.preview', { accountId: target.accountId, family: target.family })
  flow.setState(previewed(flow.getState(), target, result), true)
}
