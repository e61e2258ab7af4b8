import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { AccessWord } from '../ports/examiner.ts'
import { authorizationIdFor } from './derive-ids.ts'
import type { Examined } from './examined.ts'
import { askOnce } from './verify-access.ts'

/** What the cheap probe of each dataset says. Only a plain answer is kept; no verdict keeps the old one. */
export async function examineAccess({ world, account, channels }: Examined, family: ApiFamily): Promise<readonly AccessWord[]> {
  const { ports, keeper, datasets } = world
  const access = await keeper.accessFor(authorizationIdFor(ports.random, account.id, family))
  if (!access.ok) return []
  const ask = askOnce(world, account, { access: access.value, region: account.region, bucketKey: account.id })
  const mine = [...datasets.values()].filter(
    (one) => one.family === family && one.kinds.includes(account.kind) && one.probe.kind === 'call',
  )
  const pairs = mine.flatMap((dataset) => channels.map((channel) => ({ dataset, channel })))
  const words = await Promise.all(
    pairs.map(async ({ dataset, channel }): Promise<AccessWord> => {
      const { answer, evidence } = await ask(dataset, channel)
      return { channelId: channel.id, dataset: dataset.id, answer, said: evidence }
    }),
  )
  const checkedAt = ports.clock.now()
  const proven = words.filter((one) => one.answer !== 'not-yet-proven')
  if (proven.length > 0)
    await ports.stores.access.save(
      proven.map(({ channelId, dataset, answer, said }) => ({ channelId, dataset, access: { answer, evidence: said, checkedAt } })),
    )
  return words
}
