import { startChild, type Child } from './child.ts'
import type { Copy, Layout } from './layout.ts'

/** The node host of the product on one copy, as its own process. */
export async function startWindow(
  layout: Layout,
  copy: Copy,
  clockUrl: string,
  more: readonly string[] = [],
): Promise<Child & { readonly url: string }> {
  const child = await startChild(
    [
      'out/main/serve.js',
      '--demo',
      '--json',
      '--no-open',
      '--data-dir',
      copy.data,
      '--endpoints',
      layout.endpoints,
      '--passphrase-file',
      layout.passphrase,
      ...more,
    ],
    { SPRINGLINE_CLOCK_URL: clockUrl },
  )
  return { ...child, url: String(child.ready['url']) }
}
