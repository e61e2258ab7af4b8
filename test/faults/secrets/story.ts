import type { Stage } from './stage.ts'

/** Simulated ms per real ms while a cycle runs. */
const SYNC_RATE = 600

/** Connects in every way there is, with mistakes; every command must end as a person would expect. */
export async function connectEverything(stage: Stage): Promise<string[]> {
  const troubles: string[] = []
  const run = async (what: string, args: readonly string[], fine: readonly number[], person?: string) => {
    const { code } = await stage.run(args, person)
    if (!fine.includes(code)) troubles.push(`${what} ended with ${code}`)
  }
  await run('connecting in the browser', ['connect', '--broker', '--kind', 'seller', '--region', 'eu', '--country', 'UK'], [0], 'halden')
  await run(
    'connecting advertising',
    ['reconnect', '--account', await accountOf(stage, 'halden'), '--family', 'advertising'],
    [0],
    'halden',
  )
  const selling = await stage.grant('kestrel', 'selling')
  const files = (name: string, given: { readonly clientSecret: string; readonly refreshToken: string }) => {
    stage.book.add(`${name} client secret`, given.clientSecret)
    stage.book.add(`${name} refresh token`, given.refreshToken)
    return [
      '--client-secret-file',
      stage.giveFile(`${name}-secret`, given.clientSecret),
      '--refresh-token-file',
      stage.giveFile(`${name}-token`, given.refreshToken),
    ]
  }
  const privateApp = [
    'connect',
    '--private-app',
    '--kind',
    'seller',
    '--region',
    'na',
    '--selling-partner-id',
    selling.sellingPartnerId,
    '--client-id',
    selling.clientId,
  ]
  await run(
    'a private app with wrong secrets',
    [...privateApp, ...files('wrong', { clientSecret: 'canary-wrong-secret-9f31c07d', refreshToken: 'Atzr|canary-wrong-token-51d7e2ab' })],
    [1, 2, 3],
  )
  await run('connecting a private app', [...privateApp, ...files('private', selling)], [0])
  const ads = await stage.grant('kestrel', 'advertising')
  await run(
    'connecting private advertising',
    ['connect', '--ads', '--region', 'na', '--client-id', ads.clientId, ...files('ads', ads)],
    [0],
  )
  return troubles
}

/** One round of an account's life: a cycle, the grant ends, the wrong account, the right one, another cycle. */
export async function liveOn(stage: Stage): Promise<string[]> {
  const account = await accountOf(stage, 'halden')
  const troubles: string[] = []
  const run = async (what: string, args: readonly string[], fine: readonly number[], person?: string) => {
    const { code } = await stage.run(args, person)
    if (!fine.includes(code)) troubles.push(`${what} ended with ${code}`)
  }
  const sync = async (what: string, fine: readonly number[], more: readonly string[] = []) => {
    await stage.control('clock', { rate: SYNC_RATE })
    await run(what, ['sync', '--once', '--max-minutes', '1', ...more], fine)
    await stage.control('clock', { rate: 1 })
  }
  await sync('a cycle', [0, 5])
  await stage.control('fault', { kind: 'revoke', account: 'halden', family: 'selling' })
  await stage.control('clock', { advance: 3_700_000 })
  await sync('a cycle without a grant', [0, 3, 5], ['--account', account])
  await run('reconnecting as somebody else', ['reconnect', '--account', account], [3], 'bike-eu')
  await run('reconnecting', ['reconnect', '--account', account], [0], 'halden')
  await sync('a cycle after reconnecting', [0, 5])
  for (const args of [
    ['status', '--json'],
    ['channels', '--json'],
    ['diagnose', '--json'],
    ['coverage', '--json'],
    ['status'],
    ['diagnose'],
  ])
    await run(args.join(' '), args, [0, 3])
  return troubles
}

const NAMES = { halden: 'A1HALDENHOME55' } as const

async function accountOf(stage: Stage, who: keyof typeof NAMES): Promise<string> {
  const { out } = await stage.run(['channels', '--json'])
  const known = JSON.parse(out) as { readonly accounts: readonly { readonly id: string; readonly sellingPartnerId: string }[] }
  return known.accounts.find((one) => one.sellingPartnerId === NAMES[who])?.id ?? 'nobody'
}
