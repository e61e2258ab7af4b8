import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createArrivals, findLink, LONGEST_LINK } from '../../src/main/hosts/common/arrivals.ts'

const LINK = 'springline://authorize/seller-eu?handoff=abcdefgh&ticket=t'
const other = fc.string().filter((text) => !/^springline:/i.test(text))

describe('arguments', () => {
  test('the one link is found wherever it stands', () => {
    fc.assert(fc.property(fc.array(other), fc.array(other), (before, after) => findLink([...before, LINK, ...after]) === LINK))
  })

  test('without a link there is none', () => {
    fc.assert(fc.property(fc.array(other), (argv) => findLink(argv) === null))
  })

  test('two links mean none, in any order', () => {
    fc.assert(
      fc.property(fc.array(other), fc.nat(), (argv, at) => findLink(argv.toSpliced(at % (argv.length + 1), 0, LINK, `${LINK}2`)) === null),
    )
  })

  test('a giant is no link', () => {
    expect(findLink([`springline:${'x'.repeat(LONGEST_LINK)}`])).toBeNull()
    expect(findLink(['SPRINGLINE://AUTHORIZE/x', LINK])).toBeNull()
    expect(findLink(['--url=springline://authorize/x'])).toBeNull()
  })
})

describe('handing over', () => {
  test('links wait until the app is ready, then come once and in order', async () => {
    const taken: string[] = []
    const arrivals = createArrivals(() => undefined)
    arrivals.arrive('springline://authorize/a?1')
    arrivals.arrive('springline://authorize/b?2')
    expect(taken).toEqual([])
    const app = { completeCallback: async (url: string) => void taken.push(url) }
    arrivals.connect(app)
    arrivals.connect(app)
    arrivals.arrive('springline://authorize/c?3')
    expect(taken).toEqual(['springline://authorize/a?1', 'springline://authorize/b?2', 'springline://authorize/c?3'])
  })

  test('a link the app chokes on harms nobody', async () => {
    let troubles = 0
    const arrivals = createArrivals(() => (troubles += 1))
    arrivals.connect({ completeCallback: async () => Promise.reject(new Error('no')) })
    arrivals.arrive(LINK)
    await new Promise((resolve) => setImmediate(resolve))
    expect(troubles).toBe(1)
  })
})
