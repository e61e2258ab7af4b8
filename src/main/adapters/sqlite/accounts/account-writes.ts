import type { Database } from 'better-sqlite3'
import type { AmazonAccount } from '../../../../shared/domain/account.ts'
import type { Authorization } from '../../../../shared/domain/authorization.ts'
import type { Instant } from '../../../../shared/domain/ids.ts'
import type { NewChannel } from '../../../core/ports/account-store.ts'
import type { WriteStores } from '../store-parts.ts'
import { addActivity } from './activity.ts'

export function createAccountWrites(db: Database): WriteStores['accounts'] {
  return {
    attach: async ({ account, authorization, channels, activity }) => {
      db.transaction(() => {
        saveAccount(db, account)
        saveAuthorization(db, authorization)
        for (const channel of channels) saveChannel(db, { ...channel, addedAt: activity.at })
        addActivity(db, activity)
      }).immediate()
    },
    setAuthorizationState: async (id, state, activity) => {
      db.transaction(() => {
        db.prepare('UPDATE authorizations SET state = ? WHERE id = ?').run(JSON.stringify(state), id)
        if (activity) addActivity(db, activity)
      }).immediate()
    },
    noteRenewed: async (id, at) => {
      db.prepare('UPDATE authorizations SET last_renewed_at = ? WHERE id = ?').run(at, id)
    },
    setAdsProfiles: async (profiles) => {
      const set = db.prepare('UPDATE channels SET ads_profile_id = ?, ads_zone = coalesce(?, ads_zone) WHERE id = ?')
      db.transaction(() => profiles.forEach(({ channelId, profileId, zone }) => set.run(profileId, zone, channelId))).immediate()
    },
    setSecretEnd: async ({ ids, secretEndsAt, activities }) => {
      const set = db.prepare('UPDATE authorizations SET secret_ends_at = ? WHERE id = ?')
      db.transaction(() => {
        for (const id of ids) set.run(secretEndsAt, id)
        for (const activity of activities) addActivity(db, activity)
      }).immediate()
    },
    rename: async (id, name) => {
      db.prepare('UPDATE accounts SET name = ? WHERE id = ?').run(name, id)
    },
    setPaused: async (id, paused, activity) => {
      db.transaction(() => {
        db.prepare('UPDATE accounts SET paused = ? WHERE id = ?').run(paused ? 1 : 0, id)
        addActivity(db, activity)
      }).immediate()
    },
  }
}

function saveAccount(db: Database, account: AmazonAccount): void {
  db.prepare(
    `INSERT INTO accounts (id, kind, region, selling_partner_id, identity_proven, name, connected_at, paused)
     VALUES (@id, @kind, @region, @sellingPartnerId, @identityProven, @name, @connectedAt, @paused)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, region = excluded.region, selling_partner_id = excluded.selling_partner_id,
       identity_proven = excluded.identity_proven, name = excluded.name, connected_at = excluded.connected_at, paused = excluded.paused`,
  ).run({ ...account, identityProven: account.identityProven ? 1 : 0, paused: account.paused ? 1 : 0 })
}

/** One authorization per account and family: a new one takes the place of the old. */
function saveAuthorization(db: Database, authorization: Authorization): void {
  db.prepare('DELETE FROM authorizations WHERE account_id = ? AND family = ? AND id <> ?').run(
    authorization.accountId,
    authorization.family,
    authorization.id,
  )
  db.prepare(
    `INSERT INTO authorizations (id, account_id, family, kind, region, issuer, way, state, consented_at, ends_at, secret_ends_at, last_renewed_at, identity, bound_to)
     VALUES (@id, @accountId, @family, @kind, @region, @issuer, @way, @state, @consentedAt, @endsAt, @secretEndsAt, @lastRenewedAt, @identity, @boundTo)
     ON CONFLICT (id) DO UPDATE SET account_id = excluded.account_id, family = excluded.family, kind = excluded.kind, region = excluded.region,
       issuer = excluded.issuer, way = excluded.way, state = excluded.state, consented_at = excluded.consented_at, ends_at = excluded.ends_at,
       secret_ends_at = excluded.secret_ends_at, last_renewed_at = excluded.last_renewed_at, identity = excluded.identity, bound_to = excluded.bound_to`,
  ).run({ ...authorization, state: JSON.stringify(authorization.state) })
  if (authorization.family === 'advertising')
    db.prepare('UPDATE accounts SET ads_connected_at = coalesce(ads_connected_at, ?) WHERE id = ?').run(
      authorization.consentedAt,
      authorization.accountId,
    )
}

/** A channel that is there keeps its number, its name, the start the person chose and the moment it was added. */
function saveChannel(db: Database, channel: NewChannel & { readonly addedAt: Instant }): void {
  db.prepare(
    `INSERT INTO channels (account_id, marketplace_id, country, name, currency, zone, wanted_from, ads_profile_id, added_at)
     VALUES (@accountId, @marketplaceId, @country, @name, @currency, @zone, @wantedFrom, @adsProfileId, @addedAt)
     ON CONFLICT (account_id, marketplace_id) DO UPDATE SET country = excluded.country, currency = excluded.currency, zone = excluded.zone,
       ads_profile_id = coalesce(excluded.ads_profile_id, ads_profile_id)`,
  ).run(channel)
}
