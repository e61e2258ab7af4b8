import { z } from 'zod'
import { accountId, accountKind, action, actor, channelId, dayState, dayText, instant, region, status } from '../scalars.ts'

/** Shapes of `springline … --json` (docs/cli.md). Additions are allowed, removals and renames are not. */
export const cliStatus = z.object({
  asOf: instant,
  channels: z.array(
    z.object({
      id: channelId,
      name: z.string(),
      accountId,
      kind: accountKind,
      region,
      marketplace: z.string(),
      status,
      adsStatus: status.nullable(),
      statuses: z.array(status),
      whoMustAct: actor,
      action,
      expiresOn: dayText.nullable(),
      freshTo: z.record(z.string(), dayText.nullable()),
    }),
  ),
})

export const cliCoverage = z.object({
  days: z.array(
    z.object({
      channelId,
      dataset: z.string(),
      day: dayText,
      state: dayState,
      rows: z.number(),
      moneyMinor: z.number().nullable(),
      currency: z.string().nullable(),
      receiptId: z.number().nullable(),
    }),
  ),
})

export const cliReport = z.object({
  currency: z.string(),
  moneyScale: z.number(),
  rows: z.array(z.record(z.string(), z.unknown())),
  totals: z.record(z.string(), z.unknown()),
  missingDays: z.array(dayText),
  settlingDays: z.array(dayText),
  asOf: instant.nullable(),
})

export const cliSync = z.object({
  outcome: z.enum(['complete', 'partial', 'postponed', 'refused', 'failed', 'stopped']),
  runs: z.array(
    z.object({
      channelId,
      dataset: z.string(),
      from: dayText,
      until: dayText,
      reason: z.enum(['due', 'gap', 'settling', 'requested']),
      outcome: z.enum(['complete', 'partial', 'postponed', 'refused', 'failed', 'stopped']),
      rows: z.number(),
    }),
  ),
  waitingFor: z.array(z.object({ channelId, dataset: z.string(), code: z.string(), until: instant.nullable() })),
})
