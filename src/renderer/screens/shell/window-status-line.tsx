import type { ReactElement } from 'react'
import { StatusLine, type StatusLineProps } from '../../parts/shell/status-line.tsx'
import { DASH } from '../../format/dash.ts'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords } from '../common/words.ts'
import { places, useGo } from '../places.ts'

/** The one line under everything. */
export function WindowStatusLine(): ReactElement {
  const { channels } = useWindowState()
  const summary = valueOf(useReading(channels))?.summary
  const isOffline = useIsOffline()
  const words = useWords()
  const go = useGo()
  const behind = summary?.furthestBehind ?? null
  const connectivity: StatusLineProps['connectivity'] = isOffline ? { kind: 'offline', showing: words.day(summary?.dataTo ?? null) } : { kind: 'online' }
  return (
    <StatusLine
      connectivity={connectivity}
      reachedDay={summary?.dataTo === null || summary === undefined ? undefined : words.day(summary.dataTo)}
      furthestBehind={behind === null ? undefined : `${behind.name} ${behind.title}, ${behind.day === null ? DASH : words.day(behind.day)}`}
      syncing={summary?.syncing ?? 0}
      nextRun={summary === undefined || summary.nextRunAt === null ? undefined : words.time(summary.nextRunAt)}
      onHelp={() => { go(places.help) }}
    />
  )
}
