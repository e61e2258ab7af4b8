import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import chromium from '@sparticuz/chromium'
import { chromium as browserType, type Page } from 'playwright-core'

/** One picture to draw: a drawing, a size, and the colours it takes. */
interface Picture {
  readonly source: string
  readonly target: string
  readonly pixels: number
  readonly ink?: string
  readonly alarm?: string
}

const RESOURCES = new URL('../resources/', import.meta.url)
const TRAY_STATES = ['holding', 'working', 'needs-you', 'offline']
const TRAY_SIZES = [16, 20, 24, 32]
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

/** Ink and alarm on a light and on a dark bar; the same values as the window's tokens. */
const BARS = {
  light: { ink: '#16201e', alarm: '#a92227' },
  dark: { ink: '#e8edea', alarm: '#db6b6b' },
} as const

/** Draws every PNG under `resources/` from the SVG beside it. Run after a drawing was changed. */
async function drawIcons(): Promise<void> {
  const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage()
    for (const picture of [...appPictures(), ...trayPictures(), ...templatePictures()]) await draw(page, picture)
  } finally {
    await browser.close()
  }
}

function appPictures(): Picture[] {
  return APP_SIZES.map((pixels) => ({ source: 'app/icon.svg', target: `app/icon-${pixels}.png`, pixels }))
}

function trayPictures(): Picture[] {
  return TRAY_STATES.flatMap((state) =>
    Object.entries(BARS).flatMap(([bar, colours]) =>
      TRAY_SIZES.map((pixels) => ({ source: `tray/${state}.svg`, target: `tray/${state}-${bar}-${pixels}.png`, pixels, ...colours })),
    ),
  )
}

/** macOS tints a template by itself: one colour, 16 points, with its double. */
function templatePictures(): Picture[] {
  const black = { ink: '#000000', alarm: '#000000' }
  return TRAY_STATES.flatMap((state) => [
    { source: `tray/${state}.svg`, target: `tray/${state}Template.png`, pixels: 16, ...black },
    { source: `tray/${state}.svg`, target: `tray/${state}Template@2x.png`, pixels: 32, ...black },
  ])
}

async function draw(page: Page, { source, target, pixels, ink, alarm }: Picture): Promise<void> {
  const drawing = await readFile(new URL(source, RESOURCES), 'utf8')
  const colours = ink === undefined ? '' : `svg { color: ${ink} } .alarm { fill: ${alarm ?? ink} }`
  await page.setViewportSize({ width: pixels, height: pixels })
  await page.setContent(
    `<style>* { margin: 0 } svg { display: block; width: ${pixels}px; height: ${pixels}px } ${colours}</style>${drawing}`,
  )
  const png = await page.screenshot({ omitBackground: true, type: 'png' })
  await writeFile(fileURLToPath(new URL(target, RESOURCES)), png)
}

await drawIcons()
