import type { SettingsStore } from '../../core/ports/settings.ts'

/** A question in a box of the system's own, with the numbers of the buttons that Enter and Escape stand for. */
interface Question {
  type: 'info'
  title: string
  message: string
  detail: string
  buttons: string[]
  defaultId: number
  cancelId: number
}

export interface ExplanationWorld {
  readonly settings: SettingsStore
  /** Shows the question; answers the number of the chosen button. */
  readonly ask: (options: Question) => Promise<{ readonly response: number }>
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
