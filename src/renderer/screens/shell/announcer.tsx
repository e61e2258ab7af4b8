import { useEffect, useRef, useState, type ReactElement } from 'react'
import type { ChannelsView } from '../../../shared/contract/views/channels.ts'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { statusText } from '../../text/status-text.ts'

/** Says politely which account changed its status. */
export function Announcer(): ReactElement {
  const { channels } = useWindowState()
  const value = valueOf(useReading(channels))
  const before = useRef<ChannelsView | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const news = value === null ? '' : statusNews(before.current, value)
    before.current = value
    if (news !== '') setSaid(news)
  }, [value])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

/** "Nordlys EU: Connected." for every account whose status differs; nothing the first time. */
export function statusNews(before: ChannelsView | null, after: ChannelsView): string {
  if (before === null) return ''
  const old = new Map(before.accounts.map((account) => [account.id, account.status]))
  return after.accounts
    .filter((account) => old.has(account.id) && old.get(account.id) !== account.status)
    .map((account) => `${account.name}: ${statusText[account.status].word}.`)
    .join(' ')
}
