import type { AdsApi } from './ads-api.ts'
import type { Clock } from './clock.ts'
import type { ConsentSurface } from './consent.ts'
import type { DocumentIngest } from './document-ingest.ts'
import type { KeptDocuments } from './kept-documents.ts'
import type { Log } from './log.ts'
import type { Login } from './login.ts'
import type { Notifier } from './notifier.ts'
import type { Random } from './random.ts'
import type { SellingApi } from './selling-api.ts'
import type { SettingsStore } from './settings.ts'
import type { Stores } from './stores.ts'
import type { Surroundings } from './surroundings.ts'
import type { Vault } from './vault.ts'

/** The world as the core sees it; a host builds it. */
export interface Ports {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly vault: Vault
  readonly login: Login
  readonly sellingApi: SellingApi
  readonly adsApi: AdsApi
  readonly ingest: DocumentIngest
  readonly kept: KeptDocuments
  readonly stores: Stores
  readonly consent: ConsentSurface
  readonly notifier: Notifier
  readonly settings: SettingsStore
  readonly surroundings: Surroundings
}
