import { z } from 'zod'
import type { AnswerMessage, EventMessage } from '../../../../shared/contract/wire.ts'
import type { App } from '../../../core/app-surface.ts'
import { isOwnAddress } from '../app-scheme.ts'

/** A call may not be larger than this; the same limit as on the node host's socket. */
const MAX_CALL_CHARACTERS = 1024 * 1024

const callMessage = z.strictObject({ name: z.string().max(80), params: z.unknown() })

interface Frame {
  readonly url: string
  readonly parent: object | null
}

/** What of Electron's invoke event decides whether it is our window that speaks. */
export interface CallSender {
  readonly sender: { readonly id: number; readonly mainFrame: object }
  readonly senderFrame: Frame | null
}

interface CallDoor {
  handle(name: 'bridge', listener: (event: CallSender, message: unknown) => Promise<AnswerMessage>): void
}

/** Carries calls: one name, one sender. Everything about the call itself is checked by the core's dispatcher. */
export function carryCalls(door: CallDoor, app: () => Pick<App, 'dispatch'> | null, trusted: ReadonlySet<number>): void {
  door.handle('bridge', async (event, message) => {
    if (!isOurWindow(event, trusted)) return refused('foreign-sender')
    const call = callMessage.safeParse(message)
    if (!call.success || isTooLarge(call.data.params)) return refused('bad-parameters')
    const core = app()
    if (core === null) return { id: 0, ok: false, failure: { code: 'busy', reason: 'starting', field: null } }
    const result = await core.dispatch(call.data.name, call.data.params)
    return result.ok ? { id: 0, ok: true, value: result.value } : { id: 0, ok: false, failure: result.error }
  })
}

/** Forwards every event to a window that is still there. */
export function carryEvents(app: Pick<App, 'subscribe'>, tell: (message: EventMessage) => void): () => void {
  return app.subscribe(tell)
}

/** The main frame, on our own address, in a window we opened: all three, because each alone has been got around before. */
export function isOurWindow({ sender, senderFrame }: CallSender, trusted: ReadonlySet<number>): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false
  return trusted.has(sender.id) && sender.mainFrame === senderFrame && isOwnAddress(senderFrame.url)
}

function isTooLarge(params: unknown): boolean {
  try {
    return (JSON.stringify(params) ?? '').length > MAX_CALL_CHARACTERS
  } catch {
    return true
  }
}

function refused(reason: string): AnswerMessage {
  return { id: 0, ok: false, failure: { code: 'bad-request', reason, field: null } }
}
