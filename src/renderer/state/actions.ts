import type { CallName, CallParams, CallResult } from '../../shared/contract/calls.ts'
import type { Failure } from '../../shared/contract/failures.ts'
import type { AccountId, NoticeId } from '../../shared/domain/ids.ts'
import type { Result } from '../../shared/lib/result.ts'
import type { KeepMonths } from '../../shared/domain/retention.ts'
import type { SettingsView } from '../../shared/contract/views/app.ts'
import type { Client } from '../transport/client.ts'
import type { Resource } from './resource.ts'
import type { View } from './view-state.ts'

/** What a person can do outside an attempt. Trouble is told by the view; `true` means it was done. */
export interface Actions {
  syncNow(accountId: AccountId | null): Promise<boolean>
  pause(accountId: AccountId, paused: boolean): Promise<boolean>
  rename(accountId: AccountId, name: string): Promise<boolean>
  disconnect(accountId: AccountId): Promise<boolean>
  /** Counts what a limit would delete; null when it could not be counted. */
  countForgotten(keepMonths: KeepMonths): Promise<CallResult<'keeping.preview'> | null>
  keep(keepMonths: KeepMonths): Promise<boolean>
  purge(accountId: AccountId, name: string): Promise<boolean>
  /** Refused documents of a dataset are read again without asking Amazon; null when that could not even be tried. */
  readAgain(dataset: string): Promise<CallResult<'documents.reread'>['documents'] | null>
  seen(ids: readonly NoticeId[]): Promise<boolean>
  writeSettings(part: Partial<SettingsView>): Promise<boolean>
  /** Amazon's wish to go on is dropped; nothing at Amazon changes. */
  refuseInvitation(id: string): Promise<boolean>
  /** Trouble is the caller's to show, beside the form. */
  replaceSecret(params: CallParams<'privateApps.replaceSecret'>): Promise<Result<CallResult<'privateApps.replaceSecret'>, Failure>>
  connectPrivateApp(params: CallParams<'connect.privateApp'>): Promise<Result<CallResult<'connect.privateApp'>, Failure>>
  connectAds(params: CallParams<'connect.ads'>): Promise<Result<CallResult<'connect.ads'>, Failure>>
}

export function createActions(client: Client, view: View, settings: Resource<SettingsView>): Actions {
  const act = async <Name extends CallName>(name: Name, params: CallParams<Name>): Promise<boolean> => {
    const result = await client.call(name, params)
    if (!result.ok) view.failed(result.error)
    return result.ok
  }
  return {
    syncNow: (accountId) => act('sync.now', { accountId }),
    pause: (accountId, paused) => act('accounts.pause', { accountId, paused }),
    rename: (accountId, name) => act('accounts.rename', { accountId, name }),
    disconnect: (accountId) => act('accounts.disconnect', { accountId }),
    countForgotten: async (keepMonths) => {
      const counted = await client.call('keeping.preview', { keepMonths })
      if (!counted.ok) view.failed(counted.error)
      return counted.ok ? counted.value : null
    },
    keep: (keepMonths) => act('keeping.choose', { keepMonths }),
    purge: (accountId, name) => act('accounts.purge', { accountId, name }),
    readAgain: async (dataset) => {
      const done = await client.call('documents.reread', { dataset })
      if (!done.ok) view.failed(done.error)
      return done.ok ? done.value.documents : null
    },
    seen: (ids) => act('notices.seen', { ids: [...ids] }),
    writeSettings: async (part) => {
      const result = await client.call('settings.write', part)
      if (result.ok) settings.replace(result.value)
      else view.failed(result.error)
      return result.ok
    },
    refuseInvitation: (id) => act('invitations.refuse', { id }),
    replaceSecret: (params) => client.call('privateApps.replaceSecret', params),
    connectPrivateApp: (params) => client.call('connect.privateApp', params),
    connectAds: (params) => client.call('connect.ads', params),
  }
}
