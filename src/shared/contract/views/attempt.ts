import { z } from 'zod'
import { accessAnswer, accountId, accountKind, apiFamily, attemptId, dayText, instant, region } from '../scalars.ts'

/** What the person is told before going to Amazon. */
export const reconnectPreview = z.object({
  accountId,
  name: z.string(),
  kind: accountKind,
  region,
  family: apiFamily,
  way: z.enum(['broker', 'private-app']),
  sellingPartnerId: z.string(),
  country: z.string(),
  /** Host whose sign-in page will open, e.g. sellercentral.amazon.de. */
  host: z.string(),
  historyDays: z.number(),
  toFetch: z.object({ from: dayText, to: dayText, datasets: z.number(), datasetDays: z.number(), minutes: z.number() }).nullable(),
  risk: z.object({ title: z.string(), day: dayText, leavesAt: instant }).nullable(),
  lostDays: z.number(),
})

export const ATTEMPT_STAGES = ['before', 'at-amazon', 'checking', 'result', 'wrong-account', 'failed'] as const

export const attemptView = z.object({
  id: attemptId,
  accountId: accountId.nullable(),
  accountName: z.string().nullable(),
  family: apiFamily,
  kind: accountKind,
  region,
  country: z.string(),
  host: z.string(),
  stage: z.enum(ATTEMPT_STAGES),
  surface: z.enum(['popup', 'browser']),
  shortCode: z.string(),
  openedAt: instant,
  runsOutAt: instant,
  /** Fixed codes in order: identity, stored, then one per dataset. */
  checks: z.array(
    z.object({
      code: z.enum(['identity', 'stored', 'permissions', 'profiles', 'syncing']),
      state: z.enum(['waiting', 'running', 'passed', 'failed']),
      at: instant.nullable(),
    }),
  ),
  /** What Amazon allows now, and what was known before; `before` is null where it was never asked. */
  access: z.array(
    z.object({
      dataset: z.string(),
      title: z.string(),
      answer: accessAnswer,
      before: accessAnswer.nullable(),
      evidence: z.string().nullable(),
    }),
  ),
  expectedIdentity: z.string().nullable(),
  foundIdentity: z.string().nullable(),
  foundAccountId: accountId.nullable(),
  foundAccountName: z.string().nullable(),
  /** Closed code when stage is `failed`: closed, timed-out, refused, handoff-refused, publisher-problem, amazon-trouble, offline, blocked, load-failed, vault, no-profiles. */
  failure: z.string().nullable(),
  backfill: z
    .object({ done: z.number(), total: z.number(), from: dayText, to: dayText, datasets: z.number(), readyAt: instant.nullable() })
    .nullable(),
  historyDays: z.number(),
  /** Advertising beside a selling reconnect: how it stands and until when. */
  advertising: z.object({ state: z.enum(['connected', 'needed', 'not-connected', 'not-used']), endsAt: instant.nullable() }),
})

/** What Amazon asks the person to go on with, after they began inside Seller Central. */
export const invitationsView = z.object({
  invitations: z.array(
    z.object({
      id: z.string(),
      /** Null when no account here has the id that the link names. */
      accountId: accountId.nullable(),
      accountName: z.string().nullable(),
      kind: accountKind,
      region,
      country: z.string(),
      /** Amazon's host where it goes on. */
      host: z.string(),
      /** As the link says it; proven only at the end. */
      sellingPartnerId: z.string(),
      cameAt: instant,
      runsOutAt: instant,
      /** When the permission held now ends; null where that is not known or there is none. */
      endsAt: instant.nullable(),
    }),
  ),
})

export type InvitationsView = z.infer<typeof invitationsView>
export type ReconnectPreview = z.infer<typeof reconnectPreview>
export type AttemptView = z.infer<typeof attemptView>
