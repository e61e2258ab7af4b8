import type { ReactElement } from 'react'
import { cx } from '../cx.ts'

export interface StageLineProps {
  /** Words under the posts, in order: Before, At Amazon, Checking, Result. */
  readonly stages: readonly string[]
  /** Index of the post the person stands at. */
  readonly at: number
  /** `failed` parts the line at that post; `done` fills the last one. */
  readonly outcome: 'going' | 'failed' | 'done'
}

type Post = 'passed' | 'now' | 'ahead' | 'failed'

/** Posts on a line: passed is solid rope, now a ring, ahead dotted, failed stops the line. */
export function StageLine({ stages, at, outcome }: StageLineProps): ReactElement {
  const last = stages.length - 1
  return (
    <ol aria-label="Stages" className="relative flex justify-between pt-4">
      <svg aria-hidden viewBox="0 0 552 16" preserveAspectRatio="none" className="absolute inset-x-1.5 top-0 h-4 w-[calc(100%-12px)]">
        <path d={`M0 8H552`} stroke="var(--line-strong)" strokeWidth="1.4" strokeDasharray="1.5 3.5" vectorEffect="non-scaling-stroke" />
        <path d={`M0 8H${(552 * at) / last}`} stroke="var(--rope)" strokeWidth="2.6" vectorEffect="non-scaling-stroke" />
      </svg>
      {stages.map((stage, index) => {
        const post = postAt(index, at, outcome)
        return (
          <li
            key={stage}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
            className={cx(
              'relative flex w-0 flex-col whitespace-nowrap',
              placeClass(index, last),
              index === at ? 'font-semibold text-ink' : 'font-medium text-ink-2',
            )}
          >
            <PostMark post={post} />
            <span className="text-small">
              {stage}
              <span className="sr-only">{`, ${postWord[post]}`}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const postWord: Readonly<Record<Post, string>> = { passed: 'done', now: 'now', ahead: 'still to come', failed: 'stopped here' }

function placeClass(index: number, last: number): string {
  if (index === 0) return 'items-start'
  return index === last ? 'items-end' : 'items-center'
}

function postAt(index: number, at: number, outcome: StageLineProps['outcome']): Post {
  if (index > at) return 'ahead'
  if (index < at || outcome === 'done') return 'passed'
  return outcome === 'failed' ? 'failed' : 'now'
}

function PostMark({ post }: { readonly post: Post }): ReactElement {
  const solid = post === 'passed' || post === 'failed'
  return (
    <svg aria-hidden viewBox="0 0 16 16" width={16} height={16} className={cx('-mt-4 mb-1 shrink-0', tone[post])}>
      <circle cx="8" cy="8" r="7.6" fill="var(--surface)" />
      <circle
        cx="8"
        cy="8"
        r={solid ? 5.6 : 4.8}
        fill={solid ? 'currentColor' : 'var(--surface)'}
        stroke="currentColor"
        strokeWidth={solid ? 0 : postStroke(post)}
      />
    </svg>
  )
}

function postStroke(post: Post): number {
  return post === 'now' ? 2.6 : 1.6
}

const tone: Readonly<Record<Post, string>> = { passed: 'text-rope', now: 'text-rope', ahead: 'text-line-strong', failed: 'text-act' }
