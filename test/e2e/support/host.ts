import type { Page } from '@playwright/test'
import type { Order } from '../../electron-double/obey.ts'
import { startDouble } from './host-double.ts'
import { startElectron } from './host-electron.ts'
import { startNode } from './host-node.ts'
import type { Place } from './layout.ts'

export const HOSTS = ['node', 'electron-double', 'electron'] as const
export type HostName = (typeof HOSTS)[number]

export interface HostOrder {
  readonly place: Place
  readonly clockUrl: string
  /** More arguments, e.g. a link on a first launch. */
  readonly more?: readonly string[]
  /** `os`: without a passphrase file, so the host's own key store is used. */
  readonly keys?: 'passphrase' | 'os'
}

/** The running program with its window, whatever carries it. */
export interface Host {
  readonly window: Page
  /** Runs the act and answers the page on which Amazon asks for consent. */
  consentPage(act: () => Promise<void>): Promise<Page>
  /** What a person or the system does outside the window; only where there is an outside. */
  readonly outside: Outside | null
  stop(): Promise<void>
  /** Ends the process without a word, as a power cut does. */
  kill(): Promise<void>
}

export interface Outside {
  obey(order: Order): Promise<unknown>
  state(): Promise<OutsideState>
  /** A second start with these arguments; resolves when that process has ended. */
  startAgain(argv: readonly string[]): Promise<number | null>
}

export interface OutsideState {
  readonly tray: {
    readonly toolTip: string
    readonly image: string
    readonly menu: readonly { readonly label: string; readonly enabled: boolean }[]
  } | null
  readonly notices: readonly { readonly title: string; readonly body: string; readonly open: boolean }[]
  readonly opened: readonly string[]
  readonly dialogs: readonly { readonly message: string }[]
  readonly windows: readonly { readonly title: string; readonly visible: boolean; readonly url: string }[]
  readonly sandbox: boolean
  readonly schemes: readonly string[]
  readonly privileged: readonly string[]
}

/** Which host this run is about; a misspelt one is an error, never a green run. */
export function hostName(env: NodeJS.ProcessEnv): HostName {
  const name = HOSTS.find((one) => one === (env['HOST'] ?? 'node'))
  if (name === undefined) throw new Error(`HOST=${env['HOST']} is none of ${HOSTS.join(', ')}`)
  return name
}

export function startHost(name: HostName, order: HostOrder): Promise<Host> {
  switch (name) {
    case 'node':
      return startNode(order)
    case 'electron-double':
      return startDouble(order)
    case 'electron':
      return startElectron(order)
  }
}
