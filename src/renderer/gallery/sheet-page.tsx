import type { ReactElement } from 'react'
import { STATUSES } from '../../shared/domain/status.ts'
import { Button } from '../parts/controls/button.tsx'
import { ProgressRope } from '../parts/line/progress-rope.tsx'
import { RopeRow } from '../parts/line/rope-row.tsx'
import { RopePage } from '../parts/line/rope-page.tsx'
import { SmallMark } from '../parts/status/small-mark.tsx'
import { StatusGlyph } from '../parts/status/status-glyph.tsx'
import { StatusWord } from '../parts/status/status-word.tsx'
import { statusText } from '../text/status-text.ts'
import { sampleDays } from './sample-days.ts'

/** Statuses, marks, the line and buttons on one sheet. */
export function SheetPage(): ReactElement {
  return (
    <main className="h-full overflow-y-auto bg-surface p-8">
      <h1 className="pb-3 text-section">Fifteen statuses</h1>
      <div className="grid w-160 grid-cols-2 gap-x-6">
        {STATUSES.map((status) => (
          <div key={status} className="flex items-center justify-between border-b border-line py-1">
            <StatusWord status={status} />
            <span className="text-small text-ink-3">{statusText[status].whoActs}</span>
          </div>
        ))}
      </div>
      <div className="flex gap-3 py-4">
        {STATUSES.map((status) => (
          <StatusGlyph key={status} status={status} size={34} label={statusText[status].word} />
        ))}
      </div>
      <div className="flex gap-4 pb-4">
        {(['refused', 'waiting', 'unused', 'granted', 'settling'] as const).map((kind) => (
          <span key={kind} className="inline-flex items-center gap-2">
            <SmallMark kind={kind} />
            {kind}
          </span>
        ))}
      </div>
      <h2 className="pb-2 text-section">The line</h2>
      <RopePage
        days={40}
        months={[
          { at: 0, name: 'Jul' },
          { at: 31, name: 'Aug' },
        ]}
        lines={[
          { key: 'a', name: 'settled, settling', states: sampleDays('24s 14t 2n'), reach: 'to 14 Sep', tone: 'fine' },
          { key: 'b', name: 'empty, partly here', states: sampleDays('12s 4e 8s 5p 11s'), reach: 'to 14 Sep', tone: 'fine' },
          { key: 'c', name: 'can be fetched, gone', states: sampleDays('9s 3x 12s 10f 6t'), reach: 'to 2 Sep', tone: 'late' },
        ]}
      />
      <div className="py-3">
        <RopeRow
          days={30}
          strands={[
            { name: 'Selling', states: sampleDays('16s 8t 6f') },
            { name: 'Advertising', states: sampleDays('3x 13s 4e 4p 6t') },
          ]}
        />
      </div>
      <ProgressRope done={28} of={40} width={390} label="Days back" />
      <h2 className="pt-4 pb-2 text-section">Controls</h2>
      <div className="flex gap-2">
        <Button tone="primary">Reconnect</Button>
        <Button>Diagnose</Button>
        <Button tone="quiet">See plan</Button>
        <Button isDisabled>Not now</Button>
        <Button tone="danger">Delete history</Button>
        <Button tone="primary" size="large">
          Connect Amazon
        </Button>
      </div>
    </main>
  )
}
