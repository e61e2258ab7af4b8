import { Copy, FileArchive } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import type { Diagnosis } from '../../../shared/contract/diagnosis/diagnosis.ts'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { Button } from '../../parts/controls/button.tsx'
import { cx } from '../../parts/cx.ts'
import { StatusGlyph } from '../../parts/status/status-glyph.tsx'
import { causeTitle } from '../../text/diagnosis/cause-title.ts'
import { actorText, fixText } from '../../text/diagnosis/fix-text.ts'
import { knownText, ruledOutText } from '../../text/diagnosis/step-text.ts'
import { counted } from '../common/counted.ts'
import { useWords, type Words } from '../common/words.ts'
import { FixButton } from './fix-button.tsx'

export interface VerdictCardProps {
  readonly account: AccountView
  readonly diagnosis: Diagnosis
  readonly onCopy: () => void
  readonly onSave: () => void
}

/** One cause, who must act, the one thing that helps, what it costs, and what it is not. */
export function VerdictCard({ account, diagnosis, onCopy, onSave }: VerdictCardProps): ReactElement {
  const words = useWords()
  const { cause, family, facts, known, actor, fix, also, ruledOut } = diagnosis
  const question = { facts, date: words.date, span: words.span }
  return (
    <section aria-labelledby="verdict" className="overflow-hidden rounded-panel border border-line-strong bg-surface">
      <div className={cx('px-6 py-4', headClass(diagnosis))}>
        <p className={cx('text-small font-semibold', kickerClass(diagnosis))}>
          {isCalm(diagnosis) ? calmText(cause) : knownText[known ?? 'observed']}
        </p>
        <h2 id="verdict" className="pt-0.5 text-section text-ink" data-testid="verdict" data-cause={cause ?? 'none'}>
          {causeTitle(cause, { ...question, family })}
        </h2>
      </div>
      <dl className="figures grid grid-cols-[116px_minmax(0,1fr)] gap-y-2.5 px-6 py-4">
        <Fact term="Who must act">{actorText[actor]}</Fact>
        <Fact term="What to do">{fix === null ? 'Nothing.' : fixText[fix]}</Fact>
        <Fact term="What it costs">{costText(diagnosis, words)}</Fact>
        {also.length === 0 ? null : (
          <Fact term="Also">
            {also.map((one) => causeTitle(one.cause, { facts: {}, family: one.family, date: words.date, span: words.span })).join('. ')}
          </Fact>
        )}
        {ruledOut.length === 0 ? null : (
          <Fact term="Ruled out">
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {ruledOut.map((one) => (
                <li key={one} className="flex items-center gap-1.5">
                  <StatusGlyph status="connected" />
                  {ruledOutText[one]}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
      <div className="flex flex-wrap items-center gap-2.5 border-t border-line bg-canvas px-6 py-3">
        <FixButton account={account} fix={fix} />
        <span className="flex-1" />
        <Button tone="quiet" icon={Copy} onPress={onCopy}>
          Copy
        </Button>
        <Button tone="quiet" icon={FileArchive} onPress={onSave}>
          Save bundle
        </Button>
      </div>
    </section>
  )
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactElement {
  return (
    <>
      <dt className="text-ink-2">{term}</dt>
      <dd className="min-w-0 text-ink">{children}</dd>
    </>
  )
}

/** The soft ground says who must act; it is the largest one in the app, and only trouble for a person gets the strong one. */
function headClass(diagnosis: Diagnosis): string {
  const { actor } = diagnosis
  if (isCalm(diagnosis)) return 'bg-hold-soft'
  if (actor === 'nobody') return 'bg-work-soft'
  return actor === 'amazon' || actor === 'publisher' ? 'bg-elsewhere-soft' : 'bg-act-soft'
}

function kickerClass(diagnosis: Diagnosis): string {
  const { actor } = diagnosis
  if (isCalm(diagnosis)) return 'text-hold-ink'
  if (actor === 'nobody') return 'text-work-ink'
  return actor === 'amazon' || actor === 'publisher' ? 'text-elsewhere-ink' : 'text-act-ink'
}

function costText({ costs }: Diagnosis, words: Words): string {
  const { missingDays, lostDays, leaving, readyAt } = costs
  const wait =
    missingDays === 0
      ? 'Nothing waits to be fetched.'
      : `${counted(missingDays, 'day waits', 'days wait')} to be fetched${readyAt === null ? '' : `, ready ${words.until(readyAt)}`}.`
  const lost = lostDays === 0 ? '' : ` ${counted(lostDays, 'day is', 'days are')} gone from Amazon for good.`
  const edge =
    leaving === null
      ? lostDays === 0
        ? ' Nothing is lost so far.'
        : ''
      : ` ${leaving.title} begins to be lost on ${words.date(leaving.leavesAt)}.`
  return `${wait}${lost}${edge}`
}

/** Nothing is broken: all is well, or only something optional was never connected. */
function isCalm({ cause }: Diagnosis): boolean {
  return cause === null || cause === 'ads-not-connected'
}

function calmText(cause: Diagnosis['cause']): string {
  return cause === null ? 'Every question was answered well' : 'Nothing is wrong; everything that is connected works'
}
