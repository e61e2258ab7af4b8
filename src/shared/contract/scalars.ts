import { z } from 'zod'
import { ACCESS_ANSWERS } from '../domain/access.ts'
import type { AccountId, AttemptId, ChannelId, NoticeId } from '../domain/ids.ts'
import { DAY_STATES } from '../domain/coverage.ts'
import { parseDay } from '../domain/day.ts'
import { ACCOUNT_KINDS, API_FAMILIES, REGIONS } from '../domain/region.ts'
import { KEEP_MONTHS } from '../domain/retention.ts'
import { ACTIONS, ACTORS, STATUSES } from '../domain/status.ts'

export const accountId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as AccountId)
export const attemptId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as AttemptId)
export const noticeId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as NoticeId)
export const channelId = z
  .number()
  .int()
  .positive()
  .max(2 ** 31)
  .transform((id) => id as ChannelId)
/** `YYYY-MM-DD`, a real calendar day. */
export const dayText = z.string().refine((text) => parseDay(text) !== null, { error: 'is no calendar day YYYY-MM-DD' })
/** Months of figures kept; null keeps everything. */
export const keepMonths = z.union([z.literal(KEEP_MONTHS), z.null()])
/** Ms since 1970. */
export const instant = z.number().int()
export const minor = z.number().int()
export const region = z.enum(REGIONS)
export const accountKind = z.enum(ACCOUNT_KINDS)
export const apiFamily = z.enum(API_FAMILIES)
export const status = z.enum(STATUSES)
export const actor = z.enum(ACTORS)
export const action = z.enum(ACTIONS)
export const dayState = z.enum(DAY_STATES)
export const accessAnswer = z.enum(ACCESS_ANSWERS)
/** Codes and plain facts for a sentence that the window makes. */
export const facts = z.record(z.string(), z.union([z.string(), z.number(), z.null()]))
export const dayRange = { from: dayText, to: dayText }
