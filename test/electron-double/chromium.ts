import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from '@playwright/test'

let running: Promise<Browser> | null = null

/** The one browser behind all windows. Only these switches: the package's usual ones turn web security off. */
export function theBrowser(): Promise<Browser> {
  running ??= launch()
  return running
}

async function launch(): Promise<Browser> {
  const port = process.env['ELECTRON_DOUBLE_DEBUG_PORT']
  const args = ['--no-sandbox', '--disable-gpu', ...(port ? [`--remote-debugging-port=${port}`] : [])]
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args,
    headless: true,
    handleSIGTERM: false,
    handleSIGINT: false,
    handleSIGHUP: false,
  })
}

export async function closeBrowser(): Promise<void> {
  if (running !== null) await (await running).close().catch(() => undefined)
}
