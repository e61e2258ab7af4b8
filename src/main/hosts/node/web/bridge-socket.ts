import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import type { AnswerMessage, CallMessage } from '../../../../shared/contract/wire.ts'
import type { App } from '../../../core/app-surface.ts'
import { judgeUpgrade, type OwnAddress } from './request-rules.ts'

/** One message from the window may not be larger than this. */
const MAX_PAYLOAD_BYTES = 1024 * 1024

const callMessage = z.object({ id: z.number().int().nonnegative(), name: z.string().max(80), params: z.unknown() })

/** Carries calls and events over one WebSocket per window. */
export function attachBridge(server: Server, app: App, own: OwnAddress): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD_BYTES })
  server.on('upgrade', (request, socket, head) => {
    // Nobody else listens on this socket any more, and a caller that hangs up must not end the app.
    socket.on('error', () => socket.destroy())
    const verdict = request.url === '/bridge' ? judgeUpgrade(request, own) : ({ kind: 'refused', status: 404 } as const)
    if (verdict.kind === 'refused') {
      socket.end(`HTTP/1.1 ${verdict.status} Refused\r\nConnection: close\r\n\r\n`)
      return
    }
    sockets.handleUpgrade(request, socket, head, (ws) => carry(ws, app))
  })
  return {
    close() {
      for (const ws of sockets.clients) ws.terminate()
      sockets.close()
    },
  }
}

function carry(ws: WebSocket, app: App): void {
  const unsubscribe = app.subscribe((event) => ws.send(JSON.stringify(event)))
  ws.on('close', unsubscribe)
  ws.on('error', () => ws.terminate())
  ws.on('message', (raw, binary) => {
    // What follows a broken message is not read, although it may have come with it.
    if (ws.readyState !== ws.OPEN) return
    const message = binary || !Buffer.isBuffer(raw) ? null : readMessage(raw.toString('utf8'))
    if (!message) return ws.close(1008)
    void perform(ws, app, message).catch(() => ws.close(1011))
  })
}

async function perform(ws: WebSocket, app: App, { id, name, params }: CallMessage): Promise<void> {
  const result = await app.dispatch(name, params)
  const answer: AnswerMessage = result.ok ? { id, ok: true, value: result.value } : { id, ok: false, failure: result.error }
  if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(answer))
}

function readMessage(text: string): CallMessage | null {
  try {
    return callMessage.parse(JSON.parse(text))
  } catch {
    return null
  }
}
