import type { StoreApi } from 'zustand/vanilla'
import type { Failure } from '../../shared/contract/failures.ts'
import type { AppView } from '../../shared/contract/views/app.ts'
import type { AttemptView } from '../../shared/contract/views/attempt.ts'
import type { AttemptId } from '../../shared/domain/ids.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { Client } from '../transport/client.ts'
import { closed, leavingMeans, previewed, type AttemptFlow, type AttemptTarget, type Opening } from './attempt-flow.ts'

export interface AttemptWorld {
  readonly client: Client
  readonly host: () => AppView['host'] | null
  /** Opens an address of our own origin in a new tab; false when the browser blocked it. */
  readonly openTab: (path: string) => boolean
}

/** What a deed works on: the world, and the dialog it moves. */
export interface AttemptScene extends AttemptWorld {
  readonly flow: StoreApi<AttemptFlow>
}

/** Asks what the person is told before going to Amazon. */
export async function prepareAttempt({ client, flow }: AttemptScene, target: AttemptTarget): Promise<void> {
  if (target.accountId === null) return
  flow.setState({ kind: 'asking', target }, true)
  const result = await client.call('attempts.preview', { accountId: target.accountId, family: target.family })
  flow.setState(previewed(flow.getState(), target, result), true)
}

/** Begins an attempt and opens Amazon; one that begins after the person left is ended at once. */
export async function beginAttempt(
  scene: AttemptScene,
  target: AttemptTarget,
  begin: () => Promise<Result<AttemptView, Failure>>,
): Promise<void> {
  const { client, flow } = scene
  const before = flow.getState()
  const preview = before.kind === 'before' ? before.preview : null
  const beginning: AttemptFlow = { kind: 'beginning', target, preview }
  flow.setState(beginning, true)
  const result = await begin()
  if (flow.getState() !== beginning) {
    if (result.ok) await client.call('attempts.cancel', { id: result.value.id })
    return
  }
  if (result.ok)
    flow.setState({ kind: 'under-way', target, attempt: result.value, opening: openAmazon(scene, result.value), trouble: null }, true)
  else
    flow.setState(
      preview === null ? { kind: 'not-begun', target, failure: result.error } : { kind: 'before', target, preview, trouble: result.error },
      true,
    )
}

/** Opens Amazon's page where the host does not do it by itself. */
export function openAmazon({ host, openTab }: AttemptWorld, attempt: AttemptView): Opening {
  if (attempt.stage !== 'at-amazon' || host() !== 'node') return 'host'
  return openTab(`/oauth/start?attempt=${encodeURIComponent(attempt.id)}`) ? 'tab' : 'blocked'
}

/** Sends the person's answer about the current attempt; a refused one keeps what is on screen. */
export async function answerAttempt(scene: AttemptScene, send: (id: AttemptId) => Promise<Result<AttemptView, Failure>>): Promise<void> {
  const current = scene.flow.getState()
  if (current.kind !== 'under-way') return
  const result = await send(current.attempt.id)
  const later = scene.flow.getState()
  if (later.kind !== 'under-way') return
  if (!result.ok) {
    scene.flow.setState({ ...later, trouble: result.error }, true)
    return
  }
  const opening = result.value.stage === 'at-amazon' ? openAmazon(scene, result.value) : later.opening
  scene.flow.setState({ ...later, attempt: result.value, opening, trouble: null }, true)
}

/** Closes the dialog and ends what it stood for. */
export function leaveAttempt({ client, flow }: AttemptScene): void {
  const current = flow.getState()
  const means = leavingMeans(current)
  flow.setState(closed, true)
  if (current.kind !== 'under-way') return
  if (means === 'cancel') void client.call('attempts.cancel', { id: current.attempt.id })
  if (means === 'discard') void client.call('attempts.decide', { id: current.attempt.id, choice: 'discard' })
}
