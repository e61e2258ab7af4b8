import type { ReactElement } from 'react'
import { cx } from '../cx.ts'

export interface InitialsProps {
  /** Two letters; see `initialsOf`. */
  readonly letters: string
  /** `row` 22 px, `dialog` 34, `page` 36. */
  readonly size?: 'row' | 'dialog' | 'page' | undefined
  /** The group's own colour as a CSS colour, shown as a 2 px lower edge. */
  readonly edge?: string | undefined
}

const sizeClass = {
  row: 'size-5.5 rounded-cell text-[9.5px]',
  dialog: 'size-8.5 rounded-[7px] text-small',
  page: 'size-9 rounded-[8px] text-body',
} as const

/** Two letters on a sunken ground; decoration beside the name. */
export function Initials({ letters, size = 'row', edge }: InitialsProps): ReactElement {
  return (
    <span
      aria-hidden
      className={cx('inline-flex shrink-0 items-center justify-center bg-sunken font-semibold text-ink-2', sizeClass[size])}
      {...(edge === undefined ? {} : { style: { boxShadow: `inset 0 -2px ${edge}` } })}
    >
      {letters}
    </span>
  )
}

/** "Bike & Co US" gives "BC", "Nordlys EU" gives "NO": words that stand for the name, country codes left out. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 0)
  const own = words.filter((word, at) => at === 0 || !/^[A-Z]{2}$/.test(word))
  const [first = '', second] = own
  const letters = second === undefined ? opening(first, 2) : `${opening(first, 1)}${opening(second, 1)}`
  return letters.toUpperCase()
}

/** The first letters of a word as a person counts them, so a letter with its accents stays whole. */
function opening(word: string, count: number): string {
  return Array.from(new Intl.Segmenter().segment(word), (part) => part.segment)
    .slice(0, count)
    .join('')
}
