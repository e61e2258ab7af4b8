import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { STATUSES, STATUS_RULES } from '../../../src/shared/domain/status.ts'
import { StatusGlyph } from '../../../src/renderer/parts/status/status-glyph.tsx'
import { StatusWord } from '../../../src/renderer/parts/status/status-word.tsx'
import { statusText } from '../../../src/renderer/text/status-text.ts'

test('every status has a silhouette of its own', () => {
  const drawings = STATUSES.map((status) => renderToStaticMarkup(<StatusGlyph status={status} />).replace(/class="[^"]*"/g, ''))
  expect(new Set(drawings).size).toBe(STATUSES.length)
})

test('a status offers an action exactly where the domain names one', () => {
  for (const status of STATUSES)
    expect([status, statusText[status].action !== undefined]).toEqual([status, STATUS_RULES[status].action !== 'none'])
})

test('only what a person must repair by reconnecting is a filled button in a row', () => {
  expect(STATUSES.filter((status) => statusText[status].filled)).toEqual(['reconnect-required', 'ads-reconnect-required'])
})

test('the act hue is kept for work of people', () => {
  expect(
    STATUSES.filter((status) => statusText[status].hue === 'act').every((status) =>
      ['you', 'you-or-client', 'client'].includes(STATUS_RULES[status].actor),
    ),
  ).toBe(true)
})

test('advertising that was never connected is calm', () => {
  expect(statusText['ads-not-connected']).toMatchObject({ hue: 'still', weight: 'calm', group: 'fine' })
})

test('word and glyph stand together, and the word can carry a time', () => {
  const drawn = renderToStaticMarkup(<StatusWord status="delayed" said="Delayed until 14:20" />)
  expect(drawn).toContain('Delayed until 14:20')
  expect(drawn).toContain('<svg')
})
