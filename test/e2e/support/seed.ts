import { consentAs } from '../../../src/demo/person.ts'
import { DAY, QUICK, startAmazon, TODAY } from './amazon.ts'
import { runCommand } from './command.ts'
import { makePlace, type Place } from './layout.ts'

/** Days before today on which the seed was synced last: what a test may miss. */
export const SYNCED_DAYS_AGO = 4

/**
 * A connected account with six weeks of history, made once by the product's own command line against the stand-in. Each
 * test works on a copy of it.
 */
export async function makeSeed(): Promise<Place> {
  const place = await makePlace()
  const amazon = await startAmazon(place, TODAY - SYNCED_DAYS_AGO * DAY)
  const run = async (args: readonly string[], account?: string) => {
    let consent: Promise<void> = Promise.resolve()
    await runCommand(place, amazon.clockUrl, args, (line) => {
      if (account !== undefined && line.startsWith('http')) consent = consentAs(account, line.trim())
    })
    await consent
  }
  try {
    amazon.control.pace({ queueMs: [0, 0], quotas: 'off' })
    await run(['connect', '--broker', '--kind', 'seller', '--region', 'eu', '--country', 'DE'], 'solo')
    amazon.clock.setRate(QUICK * 5)
    await run(['sync', '--once'])
    amazon.clock.setRate(0)
  } finally {
    await amazon.stop()
  }
  return place
}
