import { useEffect, type ReactElement } from 'react'
import type { NoticesView } from '../../../shared/contract/views/app.ts'
import { Button } from '../../parts/controls/button.tsx'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { NoticeRow } from '../../parts/feedback/notice-row.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords } from '../common/words.ts'
import { places, useGo } from '../places.ts'
import { noticeWords } from './notice-words.ts'

type Notice = NoticesView['notices'][number]

/** What Springline told, newest first; withdrawn ones stay readable as over. */
export function NoticesScreen(): ReactElement {
  const { notices } = useWindowState()
  return (
    <Page width="reading">
      <ReadingView resource={notices} loading="Notices are loading">
        {(view) => <List notices={view.notices} />}
      </ReadingView>
    </Page>
  )
}

/** An opened list counts as seen after this long. */
const SEEN_AFTER_MS = 1_500

function List({ notices }: { readonly notices: readonly Notice[] }): ReactElement {
  const { act } = useWindowState()
  const unseen = notices.filter((notice) => notice.seenAt === null).map((notice) => notice.id)
  const key = unseen.join(' ')
  useEffect(() => {
    if (key === '') return
    const ids = notices.filter((notice) => notice.seenAt === null).map((notice) => notice.id)
    const timer = window.setTimeout(() => {
      void act.seen(ids)
    }, SEEN_AFTER_MS)
    return () => {
      window.clearTimeout(timer)
    }
    // Asked once per set of unseen notices, not per render.
  }, [key, act, notices])
  const standing = notices.filter((notice) => notice.withdrawnAt === null)
  const over = notices.filter((notice) => notice.withdrawnAt !== null)
  return (
    <>
      <PageHead title="Notices" aside={standing.length === 0 ? '' : `${standing.length} open`} />
      {notices.length === 0 ? (
        <EmptyState title="No notice yet">
          When a permission is about to end or has ended, it is said here and, where possible, by the system.
        </EmptyState>
      ) : null}
      {standing.length === 0 ? null : <Section label="Open" notices={standing} />}
      {over.length === 0 ? null : (
        <>
          <h2 className="pt-6 pb-1 text-section text-ink-2">Over</h2>
          <Section label="Over" notices={over} />
        </>
      )}
    </>
  )
}

function Section({ label, notices }: { readonly label: string; readonly notices: readonly Notice[] }): ReactElement {
  return (
    <ul aria-label={label} className="pt-2">
      {notices.map((notice) => (
        <li key={notice.id} className="border-b border-line">
          <One notice={notice} />
        </li>
      ))}
    </ul>
  )
}

function One({ notice }: { readonly notice: Notice }): ReactElement {
  const words = useWords()
  const go = useGo()
  const told = noticeWords(notice)
  const { accountId } = notice
  const over = notice.withdrawnAt === null ? '' : ` Over since ${words.moment(notice.withdrawnAt)}.`
  return (
    <NoticeRow
      place="list"
      sign={notice.withdrawnAt === null ? told.sign : 'connected'}
      title={told.title}
      body={`${told.body}${over}`}
      at={words.moment(notice.postedAt)}
      actions={
        accountId === null ? undefined : (
          <Button
            size="row"
            onPress={() => {
              go(places.channel(accountId))
            }}
          >
            Open channel
          </Button>
        )
      }
    />
  )
}
