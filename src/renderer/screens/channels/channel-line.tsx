import type { ReactElement } from 'react'
import type { AccountView, ChannelView } from '../../../shared/contract/views/channels.ts'
import { Button } from '../../parts/controls/button.tsx'
import { StatusWord } from '../../parts/status/status-word.tsx'
import { ACCOUNT_COLUMNS } from '../../parts/table/account-table.tsx'
import { ChannelRow } from '../../parts/table/channel-row.tsx'
import type { Words } from '../common/words.ts'
import { places, useGo } from '../places.ts'
import { dataToOf, strandsOf } from './row-told.ts'

export interface ChannelLineProps {
  readonly account: AccountView
  readonly channel: ChannelView
  readonly days: 30 | 90
  readonly reached: string | null
  readonly words: Words
}

/** One marketplace of an account. */
export function ChannelLine({ account, channel, days, reached, words }: ChannelLineProps): ReactElement {
  const go = useGo()
  const isReduced = channel.selling === 'access-reduced' || channel.advertising === 'access-reduced'
  return (
    <div role="rowgroup" className={ACCOUNT_COLUMNS} data-testid="channel-row" data-channel={channel.id} data-status={channel.status}>
      <ChannelRow
        country={channel.country}
        name={channel.marketplace}
        days={days}
        strands={strandsOf(channel.line)}
        selling={<StatusWord status={channel.selling} />}
        advertising={<ChannelAds status={channel.advertising} />}
        dataTo={dataToOf(channel, reached, words)}
        action={
          isReduced ? (
            <Button
              size="row"
              tone="quiet"
              onPress={() => {
                go(places.channel(account.id, 'access'))
              }}
            >
              See missing
            </Button>
          ) : undefined
        }
        onOpen={() => {
          go(places.channel(account.id, 'coverage'))
        }}
      />
    </div>
  )
}

function ChannelAds({ status }: { readonly status: ChannelView['advertising'] }): ReactElement {
  if (status === null) return <span className="text-ink-3">not used</span>
  if (status === 'ads-not-connected') return <span className="text-ink-3">not connected</span>
  return <StatusWord status={status} form="column" />
}
