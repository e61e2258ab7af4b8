import type { AccountView } from '../../../shared/contract/views/channels.ts'
import type { Reading } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'

/** One account of the channels' answer: `gone` when there is no such account. */
export function useAccount(
  id: string,
): { readonly kind: 'waiting' } | { readonly kind: 'gone' } | { readonly kind: 'here'; readonly account: AccountView } {
  const { channels } = useWindowState()
  const reading: Reading<{ readonly accounts: readonly AccountView[] }> = useReading(channels)
  if (reading.kind === 'waiting') return { kind: 'waiting' }
  const account = reading.kind === 'shown' ? reading.value.accounts.find((one) => one.id === id) : undefined
  return account === undefined ? { kind: 'gone' } : { kind: 'here', account }
}
