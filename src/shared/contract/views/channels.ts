import { z } from 'zod'
import { accountId, accountKind, action, actor, channelId, dayState, dayText, facts, instant, region, status } from '../scalars.ts'

/** Days of the last 90, oldest first; `from` is the first of them. Null strand: the family is not used here. */
export const line = z.object({
  from: dayText,
  selling: z.array(dayState).nullable(),
  advertising: z.array(dayState).nullable(),
})

/** One API family of an account: its status, the sentence behind it and when its permission is forecast to end. */
export const familyView = z.object({
  status,
  cause: z.string().nullable(),
  facts,
  endsAt: instant.nullable(),
  consentedAt: instant.nullable(),
})

export const channelView = z.object({
  id: channelId,
  accountId,
  country: z.string(),
  marketplace: z.string(),
  name: z.string(),
  currency: z.string(),
  zone: z.string(),
  status,
  statuses: z.array(status),
  selling: status,
  advertising: status.nullable(),
  dataTo: dayText.nullable(),
  freshTo: z.record(z.string(), dayText.nullable()),
  line,
})

export const accountView = z.object({
  id: accountId,
  name: z.string(),
  kind: accountKind,
  region,
  sellingPartnerId: z.string(),
  identityProven: z.boolean(),
  way: z.enum(['broker', 'private-app']),
  status,
  statuses: z.array(status),
  whoMustAct: actor,
  action,
  selling: familyView,
  advertising: familyView.nullable(),
  /** Days back and days wanted while catching up. */
  progress: z.object({ done: z.number(), total: z.number() }).nullable(),
  delayedUntil: instant.nullable(),
  /** The next day that would leave Amazon's shelves, if any is at risk. */
  risk: z.object({ dataset: z.string(), title: z.string(), day: dayText, leavesAt: instant }).nullable(),
  missingDays: z.number(),
  historyDays: z.number(),
  dataTo: dayText.nullable(),
  endsAt: instant.nullable(),
  paused: z.boolean(),
  line,
  channels: z.array(channelView),
})

export const channelsView = z.object({
  asOf: instant,
  accounts: z.array(accountView),
  summary: z.object({
    /** Day most channels have reached. */
    dataTo: dayText.nullable(),
    furthestBehind: z.object({ name: z.string(), title: z.string(), day: dayText.nullable() }).nullable(),
    syncing: z.number(),
    nextRunAt: instant.nullable(),
    needYou: z.number(),
  }),
})

export type Line = z.infer<typeof line>
export type FamilyView = z.infer<typeof familyView>
export type ChannelView = z.infer<typeof channelView>
export type AccountView = z.infer<typeof accountView>
export type ChannelsView = z.infer<typeof channelsView>
