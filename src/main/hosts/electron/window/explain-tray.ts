import type { SettingsStore } from '../../../core/ports/settings.ts'

export interface ExplanationWorld {
  readonly settings: SettingsStore
  /** Shows the question; answers the number of the chosen button. */
  readonly ask: (options: Electron.MessageBoxOptions) => Promise<{ readonly response: number }>
  readonly quit: () => void
}

const KEEP = 'Keep running'
const QUIT = 'Quit Springline'

/** Said once, when the window is closed for the first time: closing is not quitting. */
export async function explainTray({ settings, ask, quit }: ExplanationWorld): Promise<void> {
  if (settings.read().trayExplained) return
  settings.write({ trayExplained: true })
  const { response } = await ask({
    type: 'info',
    title: 'Springline',
    message: 'Springline keeps running in the tray',
    detail: 'It goes on fetching new days and tells you when a channel needs you. Open it again from the tray, or quit it there.',
    buttons: [KEEP, QUIT],
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) quit()
}
