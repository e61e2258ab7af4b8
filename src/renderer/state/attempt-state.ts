import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CallParams } from '../../shared/contract/calls.ts'
import type { AttemptId } from '../../shared/domain/ids.ts'
import {
  answerAttempt,
  beginAttempt,
  leaveAttempt,
  openAmazon,
  prepareAttempt,
  type AttemptScene,
  type AttemptWorld,
} from './attempt-deeds.ts'
import { closed, leavingMeans, moved, type AttemptFlow, type AttemptTarget } from './attempt-flow.ts'

export type Choice = CallParams<'attempts.decide'>['choice']

export interface AttemptState {
  readonly flow: StoreApi<AttemptFlow>
  /** Opens the dialog at *Before* for an account that is already here. */
  prepare(target: AttemptTarget): void
  /** Goes to Amazon. On the node host this must run inside the click, so that the tab may open. */
  begin(target: AttemptTarget, surface?: 'default' | 'browser'): void
  /** Goes on with what began inside Seller Central. Like `begin`, inside the click. */
  accept(invitationId: string, target: AttemptTarget): void
  /** Opens Amazon's page of the current attempt once more, inside the click. */
  readonly openTab: () => void
  /** Ends the attempt and begins it anew, in the browser or the host's own way. */
  restart(surface: 'default' | 'browser'): void
  paste(text: string): void
  decide(choice: Choice): void
  /** Escape, the leaving button and a click outside. */
  readonly leave: () => void
  /** The core says an attempt moved. */
  told(id: AttemptId): void
  /** The link stands again: what is shown may be old. */
  reread(): void
}

/** The dialog of one attempt at a time, moved by the person and by what the core tells. */
export function createAttemptState(world: AttemptWorld): AttemptState {
  const { client } = world
  const flow = createStore<AttemptFlow>(() => closed)
  const scene: AttemptScene = { ...world, flow }
  let lastRead = 0
  const read = async (id: AttemptId): Promise<void> => {
    lastRead += 1
    const mine = lastRead
    const result = await client.call('attempts.read', { id })
    if (mine === lastRead && result.ok) flow.setState(moved(flow.getState(), result.value), true)
  }
  const whileUnderWay = (run: (current: Extract<AttemptFlow, { readonly kind: 'under-way' }>) => void): void => {
    const current = flow.getState()
    if (current.kind === 'under-way') run(current)
  }
  const leave = (): void => {
    leaveAttempt(scene)
  }
  return {
    flow,
    leave,
    prepare: (target) => {
      void prepareAttempt(scene, target)
    },
    begin: (target, surface = 'default') => {
      void beginAttempt(scene, target, () => client.call('attempts.begin', { ...target, surface }))
    },
    accept: (id, target) => {
      void beginAttempt(scene, target, () => client.call('invitations.accept', { id }))
    },
    openTab: () => {
      whileUnderWay((current) => {
        flow.setState({ ...current, opening: openAmazon(scene, current.attempt) }, true)
      })
    },
    restart: (surface) => {
      whileUnderWay((current) => {
        if (leavingMeans(current) === 'cancel') void client.call('attempts.cancel', { id: current.attempt.id })
        void beginAttempt(scene, current.target, () => client.call('attempts.begin', { ...current.target, surface }))
      })
    },
    paste: (text) => {
      void answerAttempt(scene, (id) => client.call('attempts.paste', { id, text }))
    },
    decide: (choice) => {
      if (choice === 'discard') leave()
      else void answerAttempt(scene, (id) => client.call('attempts.decide', { id, choice }))
    },
    told: (id) => {
      whileUnderWay((current) => {
        if (current.attempt.id === id) void read(id)
      })
    },
    reread: () => {
      whileUnderWay((current) => {
        void read(current.attempt.id)
      })
    },
  }
}
