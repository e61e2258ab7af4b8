import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Link } from 'react-aria-components'
import { EmptyState } from '../../parts/feedback/empty-state.tsx'
import { Kbd } from '../../parts/feedback/kbd.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { helpPage, helpSections, helpTopicOf, type HelpTopic } from '../../text/help-text.ts'
import { href, places, useGo } from '../places.ts'
import { CodeFinder } from './code-finder.tsx'

/** Offline help: one page per code that may be seen, and the keys. */
export function HelpScreen(): ReactElement {
  return (
    <Page width="reading">
      <PageHead title="Help" aside="works without a network" />
      <CodeFinder />
      {helpSections.map((section) => (
        <section key={section.title} aria-label={section.title} className="pt-5">
          <h2 className="border-b border-line-strong pb-1.5 text-section text-ink">{section.title}</h2>
          <ul className="grid grid-cols-2 gap-x-8">
            {section.topics.map((topic) => (
              <li key={topic} className="border-b border-line">
                <HelpLink topic={topic} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Keys />
    </Page>
  )
}

function HelpLink({ topic }: { readonly topic: HelpTopic }): ReactElement {
  return (
    <Link href={href(places.helpTopic(topic))} className="ring-inside flex min-h-8 items-center text-accent-ink data-hovered:underline">
      {helpPage(topic).title}
    </Link>
  )
}

/** One page: what it means, what usually lies behind it, what helps. */
export function HelpTopicScreen(): ReactElement {
  const { topic: asked = '' } = useParams({ strict: false })
  const go = useGo()
  const topic = helpTopicOf(asked)
  if (topic === null)
    return (
      <Page width="reading">
        <EmptyState
          title="No such page"
          action={{
            word: 'All help',
            onPress: () => {
              go(places.help)
            },
          }}
        >
          The help has no page of that name.
        </EmptyState>
      </Page>
    )
  const page = helpPage(topic)
  return (
    <Page width="reading">
      <PageHead
        title={page.title}
        actions={
          <Link href={href(places.help)} className="text-accent-ink data-hovered:underline">
            All help
          </Link>
        }
      />
      <p className="max-w-160 pt-3 text-ink">{page.meaning}</p>
      {topic === 'consent-codes' ? <CodeFinder /> : null}
      <HelpList title="What can cause this" entries={page.causes} />
      <HelpList title="What helps" entries={page.remedies} />
    </Page>
  )
}

function HelpList({ title, entries }: { readonly title: string; readonly entries: readonly string[] }): ReactElement {
  return (
    <section aria-label={title} className="max-w-160 pt-5">
      <h2 className="pb-1.5 text-section text-ink">{title}</h2>
      <ul className="list-disc space-y-1.5 pl-4 text-ink-2">
        {entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
    </section>
  )
}

function Keys(): ReactElement {
  const { world } = useWindowState()
  const keys = [
    [world.findShortcut, 'Find or do'],
    ['/', 'Filter what is on the page'],
    ['?', 'Help'],
    ['↑ ↓', 'Move by row; Enter opens it'],
    ['Esc', 'Leave a dialog safely'],
  ] as const
  return (
    <section aria-label="Keys" className="pt-5">
      <h2 className="border-b border-line-strong pb-1.5 text-section text-ink">Keys</h2>
      <dl className="grid grid-cols-[110px_1fr] gap-y-2 pt-3">
        {keys.map(([key, word]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd keys={key} />
            </dt>
            <dd className="text-ink-2">{word}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
