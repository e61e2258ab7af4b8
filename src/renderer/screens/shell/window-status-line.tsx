import type { ReactElement } from 'react'
import { StatusLine, type StatusLineProps } from '../../parts/shell/status-line.tsx'
import type { ChannelsView } from '../../../shared/contract/views/channels.ts'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords, type Words } from '../common/words.ts'
import { places, useGo } from '../places.ts'

/** The one line under everything. */
export function WindowStatusLine(): ReactElement {
  const { channels } = useWindowState()
  const summary = valueOf(useReading(channels))?.summary
  const isOffline = useIsOffline()
  const words = useWords()
  const go = useGo()
  const connectivity: StatusLineProps['connectivity'] = isOffline
    ? { kind: 'offline', showing: words.day(summary?.dataTo ?? null) }
    : { kind: 'online' }
  return (
    <StatusLine
      connectivity={connectivity}
      {...(summary === undefined ? { reachedDay: undefined, syncing: 0 } : told(summary, words))}
      onHelp={() => {
        go(places.help)
      }}
    />
  )
}

function told(
  { dataTo, furthestBehind, syncing, nextRunAt }: ChannelsView['summary'],
  words: Words,
): Pick<StatusLineProps, 'reachedDay' | 'furthestBehind' | 'syncing' | 'nextRun'> {
  return {
    reachedDay: dataTo === null ? undefined : words.day(dataTo),
    furthestBehind:
      furthestBehind === null ? undefined : `${furthestBehind.name} ${furthestBehind.title}, ${words.day(furthestBehind.day)}`,
    syncing,
    nextRun: nextRunAt === null ? undefined : words.time(nextRunAt),
  }
}
