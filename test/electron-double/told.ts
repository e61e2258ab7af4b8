/** What the program told the system and no page shows; a test reads it over the message port. */
export interface Told {
  sandbox: boolean
  appId: string | null
  readonly schemes: string[]
  readonly privileged: string[]
  readonly opened: string[]
  readonly dialogs: { readonly message: string; readonly detail: string }[]
  tray: { image: string; toolTip: string; menu: readonly MenuEntry[] } | null
  readonly notices: { readonly title: string; readonly body: string; open: boolean }[]
}

export interface MenuEntry {
  readonly label: string
  readonly enabled: boolean
  readonly click: () => void
}

export const told: Told = { sandbox: false, appId: null, schemes: [], privileged: [], opened: [], dialogs: [], tray: null, notices: [] }
