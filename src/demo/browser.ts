import sparticuz from '@sparticuz/chromium'
import { chromium, type Browser } from '@playwright/test'

/** Headless Chromium from the npm registry. Only `--no-sandbox` and no GPU: its other usual switches turn web security off. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox', '--disable-gpu'], headless: true })
}
