import { z } from 'zod'
import { CAUSES } from '../../domain/cause.ts'
import { REFUSAL_CAUSES } from '../../domain/authorization.ts'
import { NOT_ASKED } from '../../domain/step.ts'
import { accessAnswer, accountKind, apiFamily, channelId, instant, region } from '../scalars.ts'

const code = z.string().max(60)
/** What was observed, already without ids and secrets. */
const said = z.string().max(200)
const ms = z.number().nonnegative()
export const cause = z.enum(CAUSES)
export const notAsked = z.enum(NOT_ASKED)

/** Doors a diagnosis may knock at; `central` is the consent page, a witness that stands on other hosts than the APIs. */
export const HOST_ROLES = ['login', 'selling', 'ads-login', 'ads', 'broker', 'central'] as const

/** `down`: the host itself answered with an error of its own. The rest is what kept a request from any answer. */
export const HOST_OUTCOMES = [
  'answered',
  'down',
  'portal',
  'proxy',
  'dns',
  'refused',
  'unreachable',
  'cut',
  'connect-timeout',
  'tls',
  'not-reached',
  'no-answer',
] as const

export const hostSeen = z.strictObject({
  role: z.enum(HOST_ROLES),
  name: z.string().max(120),
  outcome: z.enum(HOST_OUTCOMES),
  tookMs: ms,
  status: z.number().int().nullable(),
  /** This computer's clock minus the answer's Date; null without one. */
  offMs: z.number().int().nullable(),
  requestId: z.string().max(80).nullable(),
})

const refused = { firstRefusedAt: instant }
export const grantState = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('active') }),
  z.strictObject({ kind: z.literal('refused-once'), ...refused }),
  z.strictObject({ kind: z.literal('reconnect-required'), since: instant, ...refused, cause: z.enum(REFUSAL_CAUSES) }),
  z.strictObject({ kind: z.literal('publisher-problem'), since: instant, cause: z.enum(['application-credential-ended', 'unknown']) }),
  z.strictObject({ kind: z.literal('disconnected'), since: instant }),
])

/** A renewal asked for this diagnosis; `cause` null and `renewed` when it went well. */
export const askedRenewal = z.strictObject({
  at: instant,
  tookMs: ms,
  renewed: z.boolean(),
  cause: cause.nullable(),
  said: said.nullable(),
  /** Set when nothing was sent. */
  because: notAsked.nullable(),
  /** When the deciding second renewal is due. */
  until: instant.nullable(),
})

export const grantSeen = z.strictObject({
  family: apiFamily,
  state: grantState,
  way: z.enum(['broker', 'private-app']),
  consentedAt: instant,
  endsAt: instant.nullable(),
  secretEndsAt: instant.nullable(),
  lastRenewedAt: instant.nullable(),
  /** Ended because its credential was no longer in the vault. */
  lost: z.boolean(),
  vault: z.enum(['held', 'missing', 'locked', 'unreadable', 'storage', 'not-looked']),
  /** Obtained from other addresses than those in use now. */
  elsewhere: z.boolean().nullable(),
  /** The identity kept with the credential is this account's; null where none was proven. */
  sameIdentity: z.boolean().nullable(),
  asked: askedRenewal.nullable(),
})

/** One question about the account itself. `cause` null when it was answered. */
export const callSeen = z.strictObject({
  what: z.enum(['participations', 'listings', 'purchase-orders', 'profiles']),
  family: apiFamily,
  at: instant,
  tookMs: ms,
  answered: z.boolean(),
  cause: cause.nullable(),
  said,
})

export const channelSeen = z.strictObject({
  id: channelId,
  country: z.string().max(2),
  /** As the account's list of marketplaces says; null when it was not read. */
  participating: z.boolean().nullable(),
  suspendedListings: z.boolean().nullable(),
  hasProfile: z.boolean(),
  /** The known profile is among those the permission sees; null when they were not read. */
  profileSeen: z.boolean().nullable(),
})

export const datasetSeen = z.strictObject({
  channelId,
  dataset: z.string().max(60),
  title: z.string().max(80),
  family: apiFamily,
  role: z.string().max(80),
  answer: accessAnswer,
  checkedAt: instant.nullable(),
  said: said.nullable(),
  /** Asked for this diagnosis. */
  now: z.boolean(),
  /** How its newest request ended, where that was trouble that nothing has mended since. */
  lastTrouble: z.strictObject({ code, at: instant }).nullable(),
})

export const keptSeen = z.strictObject({
  at: instant,
  firstAt: instant,
  times: z.number().int(),
  family: apiFamily.nullable(),
  channelId: channelId.nullable(),
  dataset: z.string().max(60).nullable(),
  source: code,
  outcome: z.union([z.literal('fine'), cause]),
  said,
  /** True where it concerns this computer and no account. */
  everywhere: z.boolean(),
})

/** Everything a verdict is made from, and nothing that could give anybody away. */
export const observations = z.strictObject({
  asOf: instant,
  tookMs: ms,
  way: z.enum(['asked', 'stored']),
  /** Reading beside a running app: the vault is not open here. */
  rights: z.enum(['full', 'reading']),
  account: z.strictObject({ kind: accountKind, region, paused: z.boolean() }),
  hosts: z.array(hostSeen),
  grants: z.array(grantSeen),
  calls: z.array(callSeen),
  channels: z.array(channelSeen),
  datasets: z.array(datasetSeen),
  others: z.strictObject({
    total: z.number().int(),
    fine: z.number().int(),
    failing: z.number().int(),
    /** The outage judge's word on this account. */
    outage: z.boolean(),
    outageSince: instant.nullable(),
    /** Newest renewal of another account with the same key of the app. */
    keyWorkedAt: instant.nullable(),
  }),
  computer: z.strictObject({
    freeBytes: z.number().nullable(),
    database: z.enum(['fine', 'failing']),
    /** The newest trouble with writing, if it is fresh. */
    writing: z.enum(['fine', 'storage', 'storage-full']),
  }),
  troubles: z.array(z.strictObject({ at: instant, kind: code, family: apiFamily })),
  /** A reconnect that ended at somebody else's account and waits for a decision. */
  strayed: z.strictObject({ family: apiFamily }).nullable(),
  work: z.strictObject({
    missingDays: z.number().int(),
    lostDays: z.number().int(),
    readyAt: instant.nullable(),
    leaving: z.strictObject({ title: z.string().max(80), day: z.string().max(10), leavesAt: instant }).nullable(),
    /** Why nothing comes for long, as syncing says; null while it goes on. */
    delayed: z.strictObject({ by: z.enum(['throttled', 'amazon-prepares']), until: instant.nullable() }).nullable(),
  }),
  kept: z.array(keptSeen),
})

export type HostSeen = z.infer<typeof hostSeen>
export type GrantSeen = z.infer<typeof grantSeen>
export type AskedRenewal = z.infer<typeof askedRenewal>
export type CallSeen = z.infer<typeof callSeen>
export type ChannelSeen = z.infer<typeof channelSeen>
export type DatasetSeen = z.infer<typeof datasetSeen>
export type KeptSeen = z.infer<typeof keptSeen>
export type Observations = z.infer<typeof observations>
