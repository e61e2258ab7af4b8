import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** Names a file takes from `electron` as values. */
function electronNames(file: string): string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  return tree.statements.flatMap((statement) => {
    if (
      !ts.isImportDeclaration(statement) ||
      !ts.isStringLiteral(statement.moduleSpecifier) ||
      statement.moduleSpecifier.text !== 'electron'
    )
      return []
    const bindings = statement.importClause?.namedBindings
    if (statement.importClause?.isTypeOnly || bindings === undefined || !ts.isNamedImports(bindings)) return []
    return bindings.elements.filter((one) => !one.isTypeOnly).map((one) => one.name.text)
  })
}

/** Names the double offers. */
function doubledNames(): string[] {
  const tree = ts.createSourceFile(
    'electron.ts',
    readFileSync(join(ROOT, 'test/electron-double/electron.ts'), 'utf8'),
    ts.ScriptTarget.Latest,
  )
  return tree.statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) && statement.exportClause !== undefined && ts.isNamedExports(statement.exportClause)
      ? statement.exportClause.elements.map((one) => one.name.text)
      : [],
  )
}

test('the double offers exactly what the shell takes from Electron', () => {
  const folder = join(ROOT, 'src/main/hosts/electron')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const taken = new Set(files.flatMap((name) => electronNames(join(folder, name))))
  expect(taken.size).toBeGreaterThan(10)
  expect(new Set(doubledNames())).toEqual(taken)
})

test('only the composition files take values from Electron', () => {
  const folder = join(ROOT, 'src/main/hosts/electron')
  const takers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && electronNames(join(folder, name)).length > 0,
  )
  expect(takers.toSorted((a, b) => a.localeCompare(b))).toEqual(['start/native-parts.ts', 'start/run-shell.ts', 'start/shell.ts'])
})
