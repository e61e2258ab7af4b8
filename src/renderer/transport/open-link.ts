import type { Bridge } from '../../shared/contract/wire.ts'
import { steadyLink, type Link } from './link.ts'
import { openSocketLink, type SocketEars } from './socket-link.ts'

declare global {
  interface Window {
    /** Present where a preload script offers it. */
    readonly springline?: Bridge
  }
}

/** The bridge a preload offers, else the WebSocket of the host that served this page. */
export function openLink(page: Window): Link {
  if (page.springline !== undefined) return steadyLink(page.springline)
  const { protocol, host } = page.location
  const address = `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/bridge`
  return openSocketLink({
    open: (ears) => openSocket(address, ears),
    now: () => Date.now(),
    later: (run, ms) => {
      page.setTimeout(run, ms)
    },
  })
}

function openSocket(address: string, ears: SocketEars): (text: string) => void {
  const socket = new WebSocket(address)
  socket.addEventListener('open', () => {
    ears.opened()
  })
  socket.addEventListener('message', (event) => {
    ears.message(event.data)
  })
  socket.addEventListener('close', () => {
    ears.closed()
  })
  return (text) => {
    socket.send(text)
  }
}
