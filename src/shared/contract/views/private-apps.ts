import { z } from 'zod'
import { accountId, apiFamily, instant } from '../scalars.ts'

/** The person's own apps, each with the permissions that stand on it. No secret is ever in here. */
export const privateAppsView = z.object({
  apps: z.array(
    z.object({
      clientId: z.string(),
      permissions: z.array(z.object({ accountId, family: apiFamily })),
      /** When its client secret ends; null while nobody knows its age. */
      secretEndsAt: instant.nullable(),
    }),
  ),
})

export type PrivateAppsView = z.infer<typeof privateAppsView>
export type PrivateAppView = PrivateAppsView['apps'][number]
