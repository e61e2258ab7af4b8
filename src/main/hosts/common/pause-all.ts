import { channelsView } from '../../../shared/contract/views/channels.ts'
import type { App } from '../../core/app-surface.ts'

/** The tray's pause: every account that is not disconnected, by the same calls a person would use in the window. */
export async function pauseAll(app: Pick<App, 'dispatch'>, paused: boolean): Promise<void> {
  const listed = await app.dispatch('channels.list', {})
  const view = listed.ok ? channelsView.safeParse(listed.value) : null
  if (!view?.success) return
  const accounts = view.data.accounts.filter((account) => account.status !== 'disconnected')
  await Promise.all(accounts.map((account) => app.dispatch('accounts.pause', { accountId: account.id, paused })))
}
