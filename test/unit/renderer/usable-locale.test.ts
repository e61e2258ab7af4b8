import { expect, test } from 'vitest'
import { usableLocale } from '../../../src/renderer/format/usable-locale.ts'

test.each([
  [['de-DE', 'en'], 'de-DE'],
  [['en-US@posix'], 'en-US'],
  [['de_DE.UTF-8', 'fr'], 'fr'],
  [['C', 'POSIX.utf8', 'ja-JP'], 'ja-JP'],
  [[''], 'en-GB'],
  [[], 'en-GB'],
  [['x-klingon', 'not a language'], 'en-GB'],
])('of %j dates and numbers are written as in %s', (wishes, written) => {
  expect(usableLocale(wishes)).toBe(written)
  expect(new Intl.DateTimeFormat(written).format(0)).not.toBe('')
})
