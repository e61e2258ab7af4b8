import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-aria-components'
import type { Failure } from '../../../shared/contract/failures.ts'
import { Button } from '../../parts/controls/button.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Skeleton } from '../../parts/feedback/skeleton.tsx'
import { Note } from '../../parts/flow/note.tsx'
import type { Reading } from '../../state/reading.ts'
import { useReading } from '../../state/use-state.ts'
import type { Resource } from '../../state/resource.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { helpTopicOf } from '../../text/help-text.ts'
import { href, places } from '../places.ts'

export interface ReadingViewProps<Value> {
  readonly resource: Resource<Value>
  /** Said while the first answer is awaited: "Channels are loading". */
  readonly loading: string
  readonly rows?: number | undefined
  /** `isReloading` while a newer answer than the shown one is awaited. */
  readonly children: (value: Value, isReloading: boolean) => ReactNode
}

/** Shows a value once it is there: loading, failed, shown, or shown with a reload that failed. */
export function ReadingView<Value>({ resource, loading, rows = 6, children }: ReadingViewProps<Value>): ReactElement {
  const reading: Reading<Value> = useReading(resource)
  if (reading.kind === 'waiting') return <Skeleton rows={rows} label={loading} />
  if (reading.kind === 'failed') return <Failed failure={reading.failure} onReload={resource.reload} />
  return (
    <>
      {reading.trouble === null ? null : <OldFigures text={wordsFor(reading.trouble).title} onReload={resource.reload} />}
      {children(reading.value, reading.age === 'reloading')}
    </>
  )
}

/** Nothing was ever shown: what happened, one way on, and where the usual causes stand. */
function Failed({ failure, onReload }: { readonly failure: Failure; readonly onReload: () => void }): ReactElement {
  const words = wordsFor(failure)
  const topic = helpTopicOf(failure.reason) ?? helpTopicOf(failure.code)
  return (
    <>
      <EmptyState title={words.title} action={{ word: 'Try again', onPress: onReload }}>
        {words.next}
      </EmptyState>
      {topic === null ? null : (
        <Link href={href(places.helpTopic(topic))} className="text-accent-ink data-hovered:underline">
          What can cause this?
        </Link>
      )}
    </>
  )
}

function OldFigures({ text, onReload }: { readonly text: string; readonly onReload: () => void }): ReactElement {
  return (
    <div className="pb-3">
      <Note tone="watch" sign="stale">
        <span className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1">{text}. What you see was read earlier.</span>
          <Button size="row" onPress={onReload}>
            Read again
          </Button>
        </span>
      </Note>
    </div>
  )
}
