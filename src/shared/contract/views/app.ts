import { z } from 'zod'
import { accountId, channelId, facts, instant, keepMonths, noticeId } from '../scalars.ts'

export const appView = z.object({
  /** Which host carries the window; the Electron double calls itself by its own name. */
  host: z.enum(['electron', 'node', 'electron-double']),
  version: z.string(),
  demo: z.boolean(),
  platform: z.string(),
  now: instant,
  /** `simulated` when the clock is a stand-in's. */
  clock: z.enum(['system', 'simulated']),
  connectivity: z.enum(['online', 'offline', 'unknown']),
  offlineSince: instant.nullable(),
  /** `failing`: the disk is full or refuses writes; nothing stored was changed. */
  storage: z.enum(['fine', 'failing']),
  vaultTier: z.enum(['os', 'passphrase', 'key-file', 'memory']),
  dataDirectory: z.string(),
  /** False on hosts without tray or native notices: then the window shows them. */
  nativeNotices: z.boolean(),
  marketplaces: z.array(
    z.object({ country: z.string(), name: z.string(), region: z.enum(['na', 'eu', 'fe']), seller: z.boolean(), vendor: z.boolean() }),
  ),
})

export const settingsView = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'regular', 'roomy']),
  notices: z.boolean(),
  expiryLadder: z.array(z.number().int().min(0).max(365)).max(12),
  trayExplained: z.boolean(),
  /** Months of figures kept; null keeps everything. Changed through `keeping.choose` alone. */
  keepMonths,
})

export const noticesView = z.object({
  notices: z.array(
    z.object({
      id: noticeId,
      key: z.string(),
      code: z.string(),
      accountId: accountId.nullable(),
      channelId: channelId.nullable(),
      name: z.string().nullable(),
      facts,
      postedAt: instant,
      seenAt: instant.nullable(),
      withdrawnAt: instant.nullable(),
    }),
  ),
})

export type AppView = z.infer<typeof appView>
export type SettingsView = z.infer<typeof settingsView>
export type NoticesView = z.infer<typeof noticesView>
