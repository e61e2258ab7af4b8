import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startChild } from '../../../src/demo/child.ts'
import { launchBrowser } from '../../../src/demo/browser.ts'
import { PROGRAM } from '../../../src/demo/layout.ts'
import { readFolder, type Place } from './scan.ts'
import type { Stage } from './stage.ts'

/** Sections of the window that show what was connected. */
const SECTIONS = ['Channels', 'Sales', 'Settings']

export interface Visit {
  /** What the window holds: its page, its memory; and the data directory while the app is running. */
  readonly places: readonly Place[]
  readonly openToOthers: readonly string[]
  readonly sawWindow: boolean
}

/** Runs the node host, looks at its window in headless Chromium where it was built, and reads everything while it runs. */
export async function visitWindow(stage: Stage): Promise<Visit> {
  const { data, endpoints, passphraseFile, env, said } = stage
  const child = await startChild(
    ['out/main/serve.js', '--json', '--no-open', '--data-dir', data, '--endpoints', endpoints, '--passphrase-file', passphraseFile],
    env,
  )
  for (const stream of [child.process.stdout, child.process.stderr])
    stream?.on('data', (bytes: Buffer) => void said.push({ name: 'node host', bytes }))
  try {
    const hasWindow = existsSync(join(PROGRAM, 'out/renderer/index.html'))
    const seen = hasWindow ? await lookInside(stage, String(child.ready['url'])) : []
    const { places, openToOthers } = readFolder(stage.watched)
    return {
      places: [...seen, ...places.map(({ name, bytes }) => ({ name: `${name} (while running)`, bytes }))],
      openToOthers,
      sawWindow: hasWindow,
    }
  } finally {
    await child.stop()
  }
}

async function lookInside({ book }: Stage, url: string): Promise<Place[]> {
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(url)
    const places: Place[] = []
    for (const section of SECTIONS) {
      const link = page.getByRole('link', { name: section, exact: true })
      if ((await link.count()) > 0) await link.first().click()
      await page.waitForTimeout(500)
      places.push({ name: `window, ${section}`, bytes: Buffer.from(await page.content()) })
    }
    const cookies = await context.cookies()
    for (const cookie of cookies) book.add('session', cookie.value)
    book.add('boot token', new URL(url).searchParams.get('token') ?? '')
    const heap: string[] = []
    const devtools = await context.newCDPSession(page)
    devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void heap.push(chunk))
    await devtools.send('HeapProfiler.takeHeapSnapshot')
    return [
      ...places,
      { name: 'window, memory', bytes: Buffer.from(heap.join('')) },
      { name: 'window, address', bytes: Buffer.from(page.url()) },
    ]
  } finally {
    await browser.close()
  }
}
