import { accountRow } from './acts.ts'
import { expect, test } from './fixture.ts'

test.use({
  consoleMaySay:
    /Content Security Policy|TrustedHTML|TrustedScript|violates|Refused|ERR_BLOCKED_BY_CSP|ERR_FAILED|ERR_ABORTED|Failed to load resource/,
})

test('a page with foreign text in it could still do nothing: no script, no eval, no connection, no frame', async ({ app }) => {
  const { window } = await app.start()
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  const done = await window.evaluate(async () => {
    const outside = 'https://outside.example/x'
    // The test tool may eval during its own call; only what runs later is the page's.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const worked = async (probe: () => unknown) => {
      try {
        return Boolean(await probe())
      } catch {
        return false
      }
    }
    const loads = (tag: 'img' | 'iframe' | 'script' | 'link') =>
      new Promise<boolean>((resolve) => {
        const node = document.createElement(tag)
        node.addEventListener('error', () => resolve(false))
        if (tag === 'link') Object.assign(node, { rel: 'stylesheet', href: outside })
        else if (tag === 'script') node.textContent = 'window.inlineRan = true'
        else Object.assign(node, { src: outside })
        document.body.append(node)
        setTimeout(() => resolve(tag === 'script' ? 'inlineRan' in window : false), 500)
      })
    return {
      eval: await worked(() => (0, eval)('1')),
      functionText: await worked(() => new Function('return 1')()),
      innerHtml: await worked(() => {
        document.createElement('p').innerHTML = '<b>x</b>'
        return true
      }),
      fetch: await worked(() => fetch(outside)),
      socket: await worked(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://outside.example/')
            socket.addEventListener('open', () => resolve(true))
            socket.addEventListener('error', () => reject(new Error('refused')))
          }),
      ),
      beacon: await worked(() => fetch('/x', { method: 'POST', body: 'x' }).then((answer) => answer.ok)),
      inlineScript: await worked(() => loads('script')),
      image: await worked(() => loads('img')),
      style: await worked(() => loads('link')),
    }
  })
  expect(Object.entries(done).filter(([, worked]) => worked)).toEqual([])
})

test('the window cannot be led away, and opens no other window', async ({ app }) => {
  const { window } = await app.start()
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
  if (app.host === 'node') test.skip(true, 'a browser tab belongs to the person, who may go anywhere')
  const at = window.url()
  await window.evaluate(() => {
    location.assign('https://outside.example/')
  })
  await window.waitForTimeout(500)
  expect(window.url()).toBe(at)
  const pages = window.context().pages().length
  await window.evaluate(() => {
    open('https://outside.example/')
  })
  await window.waitForTimeout(500)
  expect(window.context().pages().length).toBe(pages)
  await expect(accountRow(window, 'Solo Home')).toBeVisible()
})
