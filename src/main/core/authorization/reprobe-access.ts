import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccessRecord } from '../ports/account-store.ts'
import { REPROBE_AFTER_MS } from './policy.ts'
import { authorizationIdFor } from './derive-ids.ts'
import { askOnce } from './verify-access.ts'
import type { AuthorizationWorld } from './world.ts'

/**
 * Asks once a day again about datasets that were refused by a cheap call, so that a role given back is noticed without
 * anybody's help. Datasets proven only by a report are asked again by syncing itself. Answers whether anything changed.
 */
export async function reprobeAccess(world: AuthorizationWorld): Promise<boolean> {
  const { ports } = world
  const now = ports.clock.now()
  const due = (await ports.stores.access.all()).filter(
    (one) => one.access.answer === 'refused' && now - one.access.checkedAt >= REPROBE_AFTER_MS,
  )
  if (due.length === 0) return false
  const accounts = (await ports.stores.accounts.accounts()).filter((one) => !one.paused)
  const answers = (await Promise.all(accounts.map((account) => reprobeAccount(world, account, due)))).flat()
  if (answers.length > 0) await ports.stores.access.save(answers)
  const granted = answers.filter((one) => one.access.answer === 'granted')
  return granted.length > 0
}

async function reprobeAccount(
  world: AuthorizationWorld,
  account: AmazonAccount,
  due: readonly AccessRecord[],
): Promise<readonly AccessRecord[]> {
  const { ports } = world
  const channels = (await ports.stores.accounts.channels()).filter((one) => one.accountId === account.id)
  const mine = due.flatMap((record) => {
    const channel = channels.find((one) => one.id === record.channelId)
    const dataset = world.datasets.get(record.dataset)
    return channel && dataset?.probe.kind === 'call' ? [{ record, channel, dataset }] : []
  })
  if (mine.length === 0) return []
  const access = await world.keeper.accessFor(authorizationIdFor(ports.random, account.id, 'selling'))
  if (!access.ok) return []
  const ask = askOnce(world, account, { access: access.value, region: account.region, bucketKey: account.id })
  const answers: AccessRecord[] = []
  for (const { record, channel, dataset } of mine) {
    const answer = await ask(dataset, channel)
    // No verdict keeps the old one: a throttled question must not make a refused dataset look better than it is.
    if (answer.answer !== 'not-yet-proven') answers.push({ ...record, access: { ...answer, checkedAt: ports.clock.now() } })
  }
  return answers
}
