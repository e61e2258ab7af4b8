import { z } from 'zod'
import { FINDING_KINDS } from '../../domain/finding.ts'
import { REREAD_KINDS } from '../../domain/reread.ts'
import { channelId, dayText, instant } from '../scalars.ts'

/** `from` and `to` are its first and last day. */
const keptDocument = z.object({
  dataset: z.string(),
  channelId,
  from: dayText,
  to: dayText,
  fetchedAt: instant,
  documentId: z.string().nullable(),
  hasBody: z.boolean(),
})

/** What Amazon's documents had that was not known; newest first. */
export const findingsView = z.object({
  findings: z.array(
    z.object({
      source: z.string(),
      /** How the source is called on screens. */
      title: z.string(),
      kind: z.enum(FINDING_KINDS),
      column: z.string(),
      why: z.string(),
      documentId: z.string().nullable(),
      channelId: channelId.nullable(),
      firstAt: instant,
      at: instant,
      times: z.number(),
    }),
  ),
  /** Refused documents that are remembered; empty where another process holds them. */
  documents: z.array(keptDocument),
})

/** What came of each refused document that was read again. */
export const rereadView = z.object({
  documents: z.array(
    keptDocument.extend({
      came: z.enum(REREAD_KINDS),
      /** `read again: 30 days`. */
      sentence: z.string(),
      days: z.number().int(),
      rows: z.number().int(),
      leftAlone: z.number().int(),
    }),
  ),
})

export type FindingsView = z.output<typeof findingsView>
