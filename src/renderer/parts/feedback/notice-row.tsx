import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconButton } from '../controls/icon-button.tsx'
import { StatusGlyph } from '../status/status-glyph.tsx'
import type { StatusCode } from '../../text/status-text.ts'

export interface NoticeRowProps {
  readonly sign: StatusCode
  /** At most 40 characters, names the channel. */
  readonly title: string
  /** At most 110 characters: cause, then consequence. */
  readonly body: string
  /** "12:17" or "Mon 18:20". */
  readonly at: string
  /** At most two buttons. */
  readonly actions?: ReactNode
  readonly onDismiss?: (() => void) | undefined
  /** In a list the buttons stand at the right; floating they stand below. */
  readonly place?: 'list' | 'floating' | undefined
}

/** One notice, in the notice list or floating at the lower right. */
export function NoticeRow({ sign, title, body, at, actions, onDismiss, place = 'floating' }: NoticeRowProps): ReactElement {
  return (
    <div className={cx('flex items-start gap-3 py-3', place === 'floating' && 'px-4')}>
      <StatusGlyph status={sign} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-ink">{title}</p>
        <p className="figures text-body text-ink-2">{body}</p>
        {actions === undefined || place === 'list' ? null : <div className="flex gap-2 pt-2">{actions}</div>}
      </div>
      {place === 'floating' ? null : <div className="order-last -mt-0.5 flex w-29 shrink-0 justify-end gap-2">{actions}</div>}
      <span className="figures shrink-0 pt-0.5 text-small text-ink-3">{at}</span>
      {onDismiss === undefined ? null : <IconButton icon={X} label="Dismiss" onPress={onDismiss} />}
    </div>
  )
}
