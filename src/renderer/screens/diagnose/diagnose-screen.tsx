import { useParams } from '@tanstack/react-router'
import { RotateCw } from 'lucide-react'
import { useEffect, type ReactElement } from 'react'
import { Link } from 'react-aria-components'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { Button } from '../../parts/controls/button.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Skeleton } from '../../parts/feedback/skeleton.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { useDiagnosis, useWindowState } from '../../state/use-state.ts'
import { causeTitle } from '../../text/diagnosis/cause-title.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { useAccount } from '../channel/use-account.ts'
import { useWords } from '../common/words.ts'
import { href, places, useGo } from '../places.ts'
import { saveText } from '../reports/save-text.ts'
import { copiedText } from './copied-text.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { LadderView } from './ladder-view.tsx'
import { VerdictCard } from './verdict-card.tsx'

/** What is wrong with one account: asked step by step, ending in one cause and one fix. */
export function DiagnoseScreen(): ReactElement {
  const { accountId = '' } = useParams({ strict: false })
  const go = useGo()
  const found = useAccount(accountId)
  if (found.kind === 'waiting')
    return (
      <Page width="reading">
        <Skeleton rows={6} label="The channel is loading" />
      </Page>
    )
  if (found.kind === 'gone')
    return (
      <Page width="reading">
        <EmptyState
          title="No such channel"
          action={{
            word: 'Show all channels',
            onPress: () => {
              go(places.channels)
            },
          }}
        >
          It may have been opened from an old link.
        </EmptyState>
      </Page>
    )
  return <Examination key={found.account.id} account={found.account} />
}

function Examination({ account }: { readonly account: AccountView }): ReactElement {
  const { diagnoses, view } = useWindowState()
  const words = useWords()
  const reading = useDiagnosis(account.id)
  useEffect(() => {
    if (diagnoses.of(account.id).getState().kind === 'idle') diagnoses.run(account.id)
  }, [account.id, diagnoses])
  useEffect(() => {
    if (reading.kind !== 'done') return
    const { cause, family, facts } = reading.diagnosis
    view.announce(causeTitle(cause, { family, facts, date: words.date, span: words.span }))
    // The words move with the clock; the verdict is announced once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- 2026-11-26
  }, [reading, view])
  const steps = reading.kind === 'running' ? reading.steps : reading.kind === 'done' ? reading.diagnosis.steps : []
  const save = async (): Promise<void> => {
    const bundle = await diagnoses.bundle(account.id)
    if (bundle === null) view.tell('The bundle could not be made.')
    else saveText(bundle.fileName, bundle.text, 'application/json')
  }
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text)
    view.tell('The diagnosis was copied.')
  }
  return (
    <Page width="reading">
      <Head account={account} told={toldText(reading, words.moment)} isRunning={reading.kind === 'running'} />
      <div className="grid grid-cols-[minmax(280px,360px)_minmax(0,1fr)] gap-8 pt-4">
        <LadderView steps={steps} isRunning={reading.kind === 'running'} />
        <div>
          {reading.kind === 'running' || reading.kind === 'idle' ? (
            <Skeleton rows={5} label="Asking step by step; this takes ten seconds at most" />
          ) : null}
          {reading.kind === 'failed' ? (
            <EmptyState title={wordsFor(reading.failure).title}>{wordsFor(reading.failure).next}</EmptyState>
          ) : null}
          {reading.kind === 'done' ? (
            <>
              <VerdictCard
                account={account}
                diagnosis={reading.diagnosis}
                onCopy={() => {
                  void copy(copiedText(account.name, reading.diagnosis, words))
                }}
                onSave={() => {
                  void save()
                }}
              />
              <EvidenceTable evidence={reading.diagnosis.evidence} />
            </>
          ) : null}
        </div>
      </div>
    </Page>
  )
}

interface HeadProps {
  readonly account: AccountView
  readonly told: string
  readonly isRunning: boolean
}

function Head({ account, told, isRunning }: HeadProps): ReactElement {
  const { diagnoses } = useWindowState()
  return (
    <>
      <nav aria-label="Where you are" className="flex gap-2 text-small text-ink-2">
        <Link href={href(places.channels)} className="data-hovered:underline">
          Channels
        </Link>
        <span aria-hidden>›</span>
        <Link href={href(places.channel(account.id))} className="data-hovered:underline">
          {account.name}
        </Link>
        <span aria-hidden>›</span>
        <span className="font-medium text-ink">Diagnose</span>
      </nav>
      <div className="flex items-center gap-3 pt-1">
        <h1 className="truncate text-page text-ink">What is wrong with {account.name}</h1>
        <span className="figures shrink-0 text-ink-2">{told}</span>
        <span className="flex-1" />
        <Button
          icon={RotateCw}
          isDisabled={isRunning}
          onPress={() => {
            diagnoses.run(account.id)
          }}
        >
          Run again
        </Button>
      </div>
    </>
  )
}

function toldText(reading: ReturnType<typeof useDiagnosis>, moment: (at: number) => string): string {
  if (reading.kind === 'running') return 'asking now'
  if (reading.kind !== 'done') return ''
  const { asOf, tookMs, way } = reading.diagnosis
  return way === 'stored'
    ? `from what was stored, ${moment(asOf)}`
    : `checked ${moment(asOf)}, in ${Math.max(0.1, tookMs / 1000).toFixed(1)} s`
}
