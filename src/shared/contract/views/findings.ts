import { z } from 'zod'
import { FINDING_KINDS } from '../../domain/finding.ts'
import { channelId, instant } from '../scalars.ts'

/** What Amazon's documents had that was not known; newest first. */
export const findingsView = z.object({
  findings: z.array(
    z.object({
      source: z.string(),
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
})
