import { datasets } from '../../../src/main/datasets/index.ts'
import { look } from '../../builders/history.ts'
import { openShop, type Shop } from '../../builders/open-shop.ts'
import { createDice } from '../dice.ts'
import { createCanaryBook } from '../secrets/canary-book.ts'
import { createSearcher, readFolder, type Place } from '../secrets/scan.ts'
import type { Soak } from '../soak.ts'
import { inventBuyers, SORT_NAMES } from './buyers.ts'
import { plantingFetch } from './planting-fetch.ts'

const ACCOUNTS = ['nordlys', 'juniper', 'acme-vendor'] as const

/** From this many days on every dataset has been taken at least once. */
const WHOLE_CASES = 2

/** Buyer data in every document and page that is fetched; not one byte of it may be kept. A case is one day of syncing. */
export const privacySoak: Soak = {
  name: 'privacy',
  about: 'buyer data planted in every column that is not taken: none of it is stored, logged or exported',
  cases: 12,
  run: async ({ cases, seed, plant, say }) => {
    const book = createCanaryBook()
    const counts = { table: 0, json: 0 }
    const send = globalThis.fetch
    const planting = { datasets: [...datasets.values()], make: inventBuyers(createDice(seed), book), through: plant }
    // The story's parts take the platform's fetch; it is put back whatever happens.
    globalThis.fetch = plantingFetch(send, planting, (kind) => void (counts[kind] += 1))
    const shop = await openShop({ accounts: [...ACCOUNTS], historyDays: Math.min(20, 4 + cases), volume: 1, storage: 'ports' })
    try {
      for (const account of ACCOUNTS) await shop.connect(account, { ads: account !== 'acme-vendor' })
      for (let day = 0; day < cases; day += 1) {
        await shop.days(1)
        say(`day ${day + 1} of ${cases}: ${counts.table} files and ${counts.json} answers planted`)
      }
      const stored = await storedPlaces(shop)
      const bare = datasetsWithoutRows(shop)
      const searcher = createSearcher(book)
      const violations = stored.places.flatMap(({ name, bytes }) => searcher.find(bytes).map((what) => `${name} holds a buyer's ${what}`))
      if (counts.table === 0 || counts.json === 0) violations.push('nothing was planted')
      if (stored.rows === 0) violations.push('nothing was stored, so nothing was shown')
      if (cases >= WHOLE_CASES) violations.push(...bare.map((name) => `${name} stored nothing, so nothing is shown of it`))
      return {
        cases,
        violations,
        rows: [
          ['pieces planted', book.canaries.length],
          ['sorts', SORT_NAMES.length],
          ['files planted', counts.table],
          ['answers planted', counts.json],
          ['datasets with rows', datasets.size - bare.length],
          ['rows in reports', stored.rows],
          ['bytes searched', stored.places.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)],
        ],
      }
    } finally {
      globalThis.fetch = send
      await shop.close()
    }
  },
}

/** Datasets whose table is empty. */
function datasetsWithoutRows(shop: Shop): readonly string[] {
  return [...datasets.values()]
    .filter(({ table }) => look(shop, (db) => db.prepare(`SELECT 1 FROM ${table.name} LIMIT 1`).get()) === undefined)
    .map(({ id }) => id)
}

/** Database, log of changes, kept documents, log lines, and everything the window and exports can ask for. */
async function storedPlaces(shop: Shop): Promise<{ readonly places: readonly Place[]; readonly rows: number }> {
  const texts: [string, unknown][] = [
    ['the log', shop.log.lines],
    ['findings', await shop.call('findings.list', { limit: 500 })],
  ]
  let rows = 0
  for (const account of await shop.accounts()) {
    for (const { id } of account.channels) {
      const asked = { channelId: id, from: '2026-08-20', to: '2026-09-30' }
      for (const name of ['reports.sales', 'reports.products', 'reports.vendor', 'reports.vendorOrders', 'reports.profit'] as const) {
        const report = await shop.call(name, asked)
        rows += report.rows.length
        texts.push([name, report])
      }
    }
  }
  const answers = texts.map(([name, value]) => ({ name, bytes: Buffer.from(JSON.stringify(value)) }))
  return { places: [...readFolder(shop.machine.dataDirectory).places, ...answers], rows }
}
