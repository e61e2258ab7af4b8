import { ExternalLink } from 'lucide-react'
import type { ReactElement } from 'react'
import type { ReconnectPreview } from '../../../shared/contract/views/attempt.ts'
import { maskId } from '../../format/mask-id.ts'
import { durationText } from '../../format/duration.ts'
import { Button } from '../../parts/controls/button.tsx'
import { Note } from '../../parts/flow/note.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { initialsOf } from '../../parts/table/initials.tsx'
import type { AttemptFlow } from '../../state/attempt-flow.ts'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { centralText, familyText, regionText } from '../../text/place-text.ts'
import { counted } from '../common/counted.ts'
import { FactList, type Fact } from '../common/fact-list.tsx'
import { useIsOffline } from '../common/use-offline.ts'
import { useWords, type Words } from '../common/words.ts'
import { StageBody } from './stage-body.tsx'

type Before = Extract<AttemptFlow, { readonly kind: 'before' }>

const MINUTE_MS = 60_000
/** A day that leaves Amazon sooner than this is said as a loss. Source: the look, section 6. */
const LOSS_WITHIN_MS = 7 * 86_400_000

/** Which account, which sign-in, what stays, what will be fetched and what is at risk. */
export function BeforeStage({ flow }: { readonly flow: Before }): ReactElement {
  const { attempt } = useWindowState()
  const { preview, trouble } = flow
  const words = useWords()
  return (
    <Dialog
      isOpen
      kind="steady"
      entrance="in-place"
      onClose={attempt.leave}
      title={titleOf(preview)}
      initials={initialsOf(preview.name)}
      evidence={`${familyText[preview.family].name}, ${regionText[preview.region]} · ${maskId(preview.sellingPartnerId)}`}
      footStart="A sign-in of its own, separate from your browser. Escape leaves safely."
      footEnd={<Ways flow={flow} />}
    >
      <StageBody stage="before" said={titleOf(preview)}>
        <FactList facts={factsOf(preview, words)} />
        {preview.risk === null || preview.risk.leavesAt - words.now > LOSS_WITHIN_MS ? null : (
          <div className="pt-4">
            <Note tone="act" sign="account-problem">
              <b>
                {preview.risk.title} {words.day(preview.risk.day)}
              </b>{' '}
              leaves Amazon {words.until(preview.risk.leavesAt)}. It is fetched first.
            </Note>
          </div>
        )}
        <div className="pt-4">
          <Note tone="hold" sign="connected">
            <b>Nothing is replaced</b> before Amazon has named the same account.
          </Note>
        </div>
        {trouble === null ? null : (
          <div className="pt-4">
            <Note tone="watch" sign="stale">
              <b>{wordsFor(trouble).title}.</b> {wordsFor(trouble).next}
            </Note>
          </div>
        )}
      </StageBody>
    </Dialog>
  )
}

function Ways({ flow: { preview, target } }: { readonly flow: Before }): ReactElement {
  const { app, attempt, view } = useWindowState()
  const isOffline = useIsOffline()
  // On the node host Amazon always opens in the person's browser.
  const isPopup = valueOf(useReading(app))?.host !== 'node'
  const enter = (): void => {
    attempt.leave()
    view.show({
      kind: 'add-channel',
      start: { family: preview.family, kind: preview.kind, region: preview.region, sellingPartnerId: preview.sellingPartnerId },
    })
  }
  return (
    <>
      <Button onPress={attempt.leave}>Cancel</Button>
      {preview.way === 'private-app' ? (
        <Button tone="primary" onPress={enter}>
          Enter new credentials
        </Button>
      ) : (
        <>
          {isPopup ? (
            <Button
              icon={ExternalLink}
              isDisabled={isOffline}
              onPress={() => {
                attempt.begin({ ...target, country: preview.country }, 'browser')
              }}
            >
              In my browser
            </Button>
          ) : null}
          <Button
            tone="primary"
            autoFocus
            isDisabled={isOffline}
            onPress={() => {
              attempt.begin({ ...target, country: preview.country })
            }}
          >
            Continue to Amazon
          </Button>
        </>
      )}
    </>
  )
}

function titleOf(preview: ReconnectPreview): string {
  return preview.family === 'advertising' ? `Reconnect advertising of ${preview.name}` : `Reconnect ${preview.name}`
}

function factsOf(preview: ReconnectPreview, words: Words): Fact[] {
  const { toFetch, lostDays } = preview
  const facts: Fact[] = [
    {
      name: 'Sign in as',
      value: (
        <>
          a user of <b>{preview.name}</b> (<span className="font-mono">{maskId(preview.sellingPartnerId)}</span>)
        </>
      ),
    },
    {
      name: preview.way === 'broker' ? 'Opens' : 'Way',
      value:
        preview.way === 'broker' ? (
          <>
            {preview.family === 'selling' ? `${centralText[preview.kind]}, ` : ''}
            <span className="font-mono">{preview.host}</span>
          </>
        ) : (
          'your own private app'
        ),
    },
    { name: 'Stays untouched', value: `${counted(preview.historyDays, 'day', 'days')} of history, settings, exports` },
    {
      name: 'Will be fetched',
      value:
        toFetch === null
          ? 'nothing is missing'
          : `${words.range(toFetch.from, toFetch.to)}, ${counted(toFetch.datasets, 'dataset', 'datasets')}, about ${durationText(toFetch.minutes * MINUTE_MS, words.locale)}`,
    },
  ]
  if (lostDays > 0) facts.push({ name: 'Already gone', value: `${counted(lostDays, 'day', 'days')} that Amazon no longer keeps` })
  return facts
}
