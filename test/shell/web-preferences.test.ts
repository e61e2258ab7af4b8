import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../src')
const MUST: Readonly<Record<string, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  webviewTag: false,
}
const MAY: readonly string[] = ['session', 'preload', 'devTools', 'spellcheck']

interface Found {
  readonly file: string
  readonly options: ReadonlyMap<string, string>
}

const trees = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, tree: ts.createSourceFile(name, readFileSync(join(ROOT, name), 'utf8'), ts.ScriptTarget.Latest, true) }))

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node)
  node.forEachChild((child) => visit(child, look))
}

function findPreferences(): Found[] {
  const found: Found[] = []
  for (const { name, tree } of trees) {
    visit(tree, (node) => {
      if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'webPreferences' || !ts.isObjectLiteralExpression(node.initializer))
        return
      const options = node.initializer.properties.map(
        (one) => [one.name?.getText() ?? '...', ts.isPropertyAssignment(one) ? one.initializer.getText() : 'given'] as const,
      )
      found.push({ file: name, options: new Map(options) })
    })
  }
  return found
}

test('the whole tree was read', () => {
  expect(trees.length).toBeGreaterThan(150)
})

test('every window can do only what its literal says, and the literal says no', () => {
  const found = findPreferences()
  expect(found.map(({ file }) => file.split('/').at(-1) ?? '').sort((a, b) => a.localeCompare(b))).toEqual([
    'main-window.ts',
    'popup-options.ts',
  ])
  for (const { file, options } of found) {
    for (const [name, value] of Object.entries(MUST)) expect(`${file} ${name}: ${options.get(name)}`).toBe(`${file} ${name}: ${value}`)
    expect([...options.keys()].filter((name) => !(name in MUST) && !MAY.includes(name))).toEqual([])
  }
})

test('the popup has no preload and no developer tools', () => {
  const popup = findPreferences().find(({ file }) => file.endsWith('popup-options.ts'))
  expect([popup?.options.has('preload'), popup?.options.get('devTools')]).toEqual([false, 'false'])
})

test('windows are made, and other programs opened, at one place only', () => {
  const uses: string[] = []
  for (const { name, tree } of trees) {
    visit(tree, (node) => {
      if (ts.isNewExpression(node) && /^(BrowserWindow|WebContentsView|BrowserView|BaseWindow)$/.test(node.expression.getText()))
        uses.push(`${name} ${node.expression.getText()}`)
      if (
        ts.isCallExpression(node) &&
        /\b(openExternal|openPath|executeJavaScript|insertCSS|openDevTools)$/.test(node.expression.getText())
      )
        uses.push(`${name} ${node.expression.getText()}`)
    })
  }
  expect(uses.sort()).toEqual([
    'main/hosts/electron/consent/electron-consent.ts world.openExternal',
    'main/hosts/electron/start/native-parts.ts BrowserWindow',
    'main/hosts/electron/start/native-parts.ts shell.openExternal',
    'main/hosts/electron/start/shell.ts BrowserWindow',
  ])
})
