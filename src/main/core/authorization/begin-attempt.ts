import { brand } from '../../../shared/lib/brand.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import type { AmazonAccount } from '../../../shared/domain/account.ts'
import type { Attempt } from '../../../shared/domain/attempt.ts'
import type { AccountId, AttemptId } from '../../../shared/domain/ids.ts'
import { issuerFor, type AccountKind, type ApiFamily, type Region } from '../../../shared/domain/region.ts'
import type { Begun, ContinueAt } from '../ports/login.ts'
import { checksAtStart } from './attempt-checks.ts'
import { authorizationIdFor, ticketHashOf } from './derive-ids.ts'
import { ensureDeviceKeys } from './device-keys.ts'
import { showConsent } from './show-consent.ts'
import type { AuthorizationWorld } from './world.ts'

export interface BeginOrder {
  /** Null when a new account is being added; advertising always belongs to an account that is here. */
  readonly accountId: AccountId | null
  readonly family: ApiFamily
  readonly kind: AccountKind
  readonly region: Region
  readonly country: string
  readonly surface: 'default' | 'browser'
  /** Set when the person began inside Seller Central and this attempt only goes on there. */
  readonly continueAt?: ContinueAt
}

export type BeginTrouble = 'unknown-account' | 'account-needed' | 'vault' | 'publisher-problem' | 'amazon-trouble' | 'offline'

/** Opens an attempt: keys, a ticket from the broker, a row, then Amazon's pages. Answers once the pages are being shown. */
export async function beginAttempt(world: AuthorizationWorld, order: BeginOrder): Promise<Result<Attempt, BeginTrouble>> {
  const { ports } = world
  const account = await findAccount(world, order)
  if (account === 'unknown') return err('unknown-account')
  if (account === null && order.family === 'advertising') return err('account-needed')
  const device = await ensureDeviceKeys(world)
  if (!device.ok) return err('vault')
  const id = brand<AttemptId>(ports.random.id('att'))
  const wanted = account ? { ...order, kind: account.kind, region: account.region } : order
  const issuer = issuerFor(wanted.family, wanted.kind, wanted.region)
  const returnTo = await ports.consent.prepare(id, order.surface)
  const continueAt = order.continueAt === undefined ? {} : { continueAt: order.continueAt }
  const begun = await ports.login.begin({ issuer, country: order.country, returnTo, device: device.value, ...continueAt })
  if (!begun.ok) return err(troubleOf(begun.error.kind))
  const { verifier, ticket } = begun.value
  const kept = await ports.vault.write(`attempt/${id}`, { kind: 'attempt', verifier, ticket })
  if (!kept.ok) return err('vault')
  const attempt = await describe(world, { id, wanted, account, begun: begun.value })
  await ports.stores.attempts.open(attempt, activityOf(attempt))
  world.board.write(id, {
    surface: order.surface === 'browser' ? 'browser' : 'popup',
    host: new URL(begun.value.consentUrl).host,
    checks: checksAtStart(order.family),
  })
  showConsent(world, attempt, begun.value)
  return ok(attempt)
}

async function findAccount({ ports }: AuthorizationWorld, { accountId }: BeginOrder): Promise<AmazonAccount | null | 'unknown'> {
  if (accountId === null) return null
  const accounts = await ports.stores.accounts.accounts()
  return accounts.find((one) => one.id === accountId) ?? 'unknown'
}

interface Opening {
  readonly id: AttemptId
  readonly wanted: BeginOrder
  readonly account: AmazonAccount | null
  readonly begun: Begun
}

async function describe(world: AuthorizationWorld, { id, wanted, account, begun }: Opening): Promise<Attempt> {
  const { clock, random } = world.ports
  const { accountId, family, kind, region, country } = wanted
  return {
    id,
    accountId,
    family,
    kind,
    region,
    country,
    issuer: issuerFor(family, kind, region),
    expectedIdentity: account && (await expectedIdentity(world, account, family)),
    ticketHash: ticketHashOf(random, begun.ticket.reveal()),
    shortCode: begun.shortCode,
    openedAt: clock.now(),
    runsOutAt: begun.runsOutAt,
    state: { kind: 'open' },
  }
}

/** Selling: the account's own id. Advertising: what an earlier permission proved, or for sellers the same own id. */
async function expectedIdentity({ ports }: AuthorizationWorld, account: AmazonAccount, family: ApiFamily): Promise<string | null> {
  if (family === 'selling') return account.sellingPartnerId
  const authorizations = await ports.stores.accounts.authorizations()
  const held = authorizations.find((one) => one.id === authorizationIdFor(ports.random, account.id, family))
  return held?.identity ?? (account.kind === 'seller' ? account.sellingPartnerId : null)
}

function activityOf({ openedAt, accountId, family, country }: Attempt) {
  return { at: openedAt, accountId, channelId: null, kind: 'attempt-opened', facts: { family, country } } as const
}

function troubleOf(kind: string): BeginTrouble {
  return kind === 'offline' || kind === 'amazon-trouble' ? kind : 'publisher-problem'
}
