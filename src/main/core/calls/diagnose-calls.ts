import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import type { Failure } from '../../../shared/contract/failures.ts'
import type { EventMessage } from '../../../shared/contract/wire.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { writeBundle } from '../diagnose/bundle.ts'
import { evidenceOf } from '../diagnose/evidence-of.ts'
import { findAll, judge } from '../diagnose/judge.ts'
import { ladder } from '../diagnose/ladder.ts'
import { observe } from '../diagnose/observe.ts'
import { planHosts } from '../diagnose/plan-hosts.ts'
import { redact } from '../diagnose/redact.ts'
import { standingOf } from '../diagnose/standing.ts'
import { failure, type Handlers } from '../dispatch.ts'
import type { Desk } from './desk.ts'
import { readSources } from './read-sources.ts'

type DiagnoseCalls = Pick<Handlers, 'diagnose.run' | 'diagnose.bundle'>

const NO_ACCOUNT = failure('not-found', 'account', 'accountId')

/** Calls that find out what is wrong. Two diagnoses of one account at once share their answers. */
export function diagnoseCalls(desk: Desk, say: (event: EventMessage) => void): DiagnoseCalls {
  const { ports, config } = desk
  /** What the newest diagnosis of each account saw, for its bundle. */
  const newest = new Map<AccountId, Observations>()
  const onTheirWay = new Map<AccountId, Promise<Observations>>()

  async function see(account: AmazonAccount, ask: boolean): Promise<Observations> {
    const start = standingOf(await readSources(desk, account.id), account)
    const seen = redact(ask ? await askAround(account.id, start) : start)
    newest.set(account.id, seen)
    return seen
  }

  async function askAround(accountId: AccountId, start: Observations): Promise<Observations> {
    const world = { ports, examiner: desk.authorization.examiner }
    const tell = (seen: Observations) => say({ event: 'diagnosis-moved', value: { accountId, steps: [...ladder(seen, findAll(seen))] } })
    const seen = await observe(world, { accountId, start, hosts: planHosts(start, config.endpoints), onSeen: tell })
    if (config.rights === 'full') await keep(seen, accountId)
    return seen
  }

  /** A disk that takes no note of itself must not keep the verdict from the person. */
  async function keep(seen: Observations, accountId: AccountId): Promise<void> {
    for (const one of evidenceOf(redact(seen), accountId)) await ports.stores.evidence.note(one).catch(() => undefined)
    desk.changed('channels')
  }

  async function seeOnce(accountId: AccountId, ask: boolean): Promise<Result<Observations, Failure>> {
    const account = (await ports.stores.accounts.accounts()).find((one) => one.id === accountId)
    if (account === undefined) return err(NO_ACCOUNT)
    if (!ask) return ok(await see(account, false))
    const running = onTheirWay.get(accountId) ?? see(account, true).finally(() => onTheirWay.delete(accountId))
    onTheirWay.set(accountId, running)
    return ok(await running)
  }

  return {
    async 'diagnose.run'({ accountId, ask }) {
      const seen = await seeOnce(accountId, ask)
      return seen.ok ? ok(judge(seen.value)) : seen
    },
    async 'diagnose.bundle'({ accountId, names }) {
      const seen = newest.get(accountId) ?? (await seeOnce(accountId, false))
      if ('ok' in seen && !seen.ok) return seen
      const observed = 'ok' in seen ? seen.value : seen
      const account = (await ports.stores.accounts.accounts()).find((one) => one.id === accountId)
      const { version, platform, host } = config.facts
      const madeAt = ports.clock.now()
      const text = writeBundle(observed, { madeAt, app: { version, platform, host }, name: names ? (account?.name ?? null) : null })
      return ok({ fileName: `springline-diagnosis-${new Date(madeAt).toISOString().slice(0, 10)}.json`, text })
    },
  }
}
