import type { ReactElement } from 'react'
import { statusText, type StatusCode, type StatusText } from '../../text/status-text.ts'
import { cx } from '../cx.ts'
import { StatusGlyph } from './status-glyph.tsx'

export interface StatusWordProps {
  readonly status: StatusCode
  /** `column` uses the short word of a column that already names the API family. */
  readonly form?: 'full' | 'column' | undefined
  /** Said instead of the word, for example "Catching up 41/58 d" or "Delayed until 14:20". */
  readonly said?: string | undefined
}

const weightClass: Readonly<Record<StatusText['weight'], string>> = {
  act: 'font-semibold text-act-ink',
  plain: 'font-medium text-ink',
  calm: 'text-ink-2',
}

/** Glyph and word of a status, always together. */
export function StatusWord({ status, form = 'full', said }: StatusWordProps): ReactElement {
  const text = statusText[status]
  const word = said ?? (form === 'column' ? text.columnWord : text.word)
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2">
      <StatusGlyph status={status} />
      <span className={cx('figures truncate', weightClass[text.weight])}>{word}</span>
    </span>
  )
}
