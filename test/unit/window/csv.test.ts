import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal, toCsv, toTabs } from '../../../src/renderer/screens/reports/csv.ts'

/** Reads a CSV the way a spreadsheet does. */
function read(csv: string): string[][] {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (let at = 1; at < csv.length; at += 1) {
    const char = csv[at] ?? ''
    const row = rows.at(-1) ?? []
    if (isQuoted && char === '"' && csv[at + 1] === '"') {
      row[row.length - 1] += '"'
      at += 1
    } else if (char === '"') isQuoted = !isQuoted
    else if (!isQuoted && char === ',') row.push('')
    else if (!isQuoted && char === '\r' && csv[at + 1] === '\n') {
      rows.push([''])
      at += 1
    } else row[row.length - 1] += char
  }
  return rows.slice(0, -1)
}

describe('a table as a file', () => {
  test('begins with the byte order mark, has ISO days and dot decimals', () => {
    expect(
      toCsv(
        ['day', 'sales'],
        [
          ['2026-09-14', decimal(193_511, 2)],
          ['2026-09-13', null],
        ],
      ),
    ).toBe('\uFEFFday,sales\r\n2026-09-14,1935.11\r\n2026-09-13,\r\n')
  })

  test('text that a spreadsheet would run is disarmed; a negative number stays a number', () => {
    const [, row] = read(toCsv(['a'], [['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', -12.5]]))
    expect(row).toEqual(['\'=HYPERLINK("http://x")', "'+1", "'-1", "'@SUM(A1)", "'\t=1", "'  =1", '-12.5'])
  })

  test('no text cell ever begins a formula, and every text comes back whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ',', 'a', 'é') }), {
          minLength: 1,
          maxLength: 5,
        }),
        (texts) => {
          const [, row = []] = read(
            toCsv(
              texts.map(() => 'h'),
              [texts],
            ),
          )
          expect(row).toHaveLength(texts.length)
          texts.forEach((text, at) => {
            expect(row[at] === text || row[at] === `'${text}`).toBe(true)
            expect(/^\s*[=+\-@]/.test(row[at] ?? '')).toBe(false)
          })
        },
      ),
    )
  })

  test('on the clipboard a cell never becomes two', () => {
    expect(toTabs(['a', 'b'], [['one\ttwo\nthree', 'x']])).toBe('a\tb\none two three\tx')
  })

  test('money of a currency without decimals has none', () => {
    expect(decimal(12_500, 0)).toBe(12_500)
    expect(decimal(-31_90, 2)).toBe(-31.9)
  })
})
