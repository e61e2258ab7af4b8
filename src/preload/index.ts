import { contextBridge, ipcRenderer } from 'electron'
import type { AnswerMessage, Bridge, EventMessage } from '../shared/contract/wire.ts'

/** All the window ever sees of Electron: one call, one subscription, payloads only. */
const bridge: Bridge = {
  call: async (name, params) => (await ipcRenderer.invoke('bridge', { name, params })) as AnswerMessage,
  subscribe: (listener) => {
    const forward = (_event: unknown, message: EventMessage): void => {
      listener(message)
    }
    ipcRenderer.on('event', forward)
    return () => {
      ipcRenderer.off('event', forward)
    }
  },
}

contextBridge.exposeInMainWorld('springline', bridge)
