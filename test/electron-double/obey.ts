import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { network, Notification, powerMonitor, Tray } from './native.ts'
import { told } from './told.ts'

/** What a test may do to the program from outside, as a person or the system would. */
export type Order =
  | { readonly do: 'state' }
  | { readonly do: 'tray-click' }
  | { readonly do: 'tray-menu'; readonly label: string }
  | { readonly do: 'notice-click'; readonly title: string }
  | { readonly do: 'open-url'; readonly url: string }
  | { readonly do: 'power'; readonly event: 'suspend' | 'resume' }
  | { readonly do: 'network'; readonly online: boolean }
  | { readonly do: 'close-window' }

/** Takes orders on the message port that the starting process opened; without one there is nobody to obey. */
export function obey(): void {
  process.on('message', (message: { readonly id: number; readonly order: Order }) => {
    process.send?.({ id: message.id, value: follow(message.order) })
  })
  process.channel?.unref()
}

function follow(order: Order): unknown {
  switch (order.do) {
    case 'state':
      return state()
    case 'tray-click':
      return Tray.current?.emit('click')
    case 'tray-menu':
      return told.tray?.menu.find((entry) => entry.label.startsWith(order.label) && entry.enabled)?.click()
    case 'notice-click':
      return clickNotice(order.title)
    case 'open-url':
      return app.emit('open-url', { preventDefault: () => undefined }, order.url)
    case 'power':
      return powerMonitor.emit(order.event)
    case 'network':
      return (network.online = order.online)
    case 'close-window':
      return [...BrowserWindow.all][0]?.close()
  }
}

function clickNotice(title: string): boolean {
  const at = told.notices.findLastIndex((one) => one.open && one.title.includes(title))
  return Notification.all[at]?.emit('click') ?? false
}

function state(): object {
  const menu = told.tray?.menu.map(({ label, enabled }) => ({ label, enabled })) ?? []
  const windows = [...BrowserWindow.all].map(({ title, visible, webContents }) => ({
    title,
    visible,
    url: webContents.mainFrame?.url ?? '',
  }))
  return { ...told, tray: told.tray && { ...told.tray, menu }, windows }
}
