import { X } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Button } from '../controls/button.tsx'
import { IconButton } from '../controls/icon-button.tsx'
import { cx } from '../cx.ts'
import { softClass } from '../status/hue-class.ts'
import { StatusGlyph } from '../status/status-glyph.tsx'
import type { Hue, StatusCode } from '../../text/status-text.ts'

/** Whole-app facts, worst first; the worst one wins the place under the bar. */
export const BANNER_KINDS = ['storage', 'app-key-problem', 'no-protection', 'amazon-trouble', 'offline', 'demo'] as const
export type BannerKind = (typeof BANNER_KINDS)[number]

export interface BannerProps {
  readonly kind: BannerKind
  /** One sentence. */
  readonly children: ReactNode
  readonly action?: { readonly word: string; readonly onPress: () => void } | undefined
  /** Only for facts that return by themselves. */
  readonly onDismiss?: (() => void) | undefined
}

const looks: Readonly<Record<BannerKind, { readonly hue: Hue; readonly sign: StatusCode }>> = {
  storage: { hue: 'act', sign: 'account-problem' },
  'app-key-problem': { hue: 'elsewhere', sign: 'publisher-problem' },
  'no-protection': { hue: 'watch', sign: 'access-reduced' },
  'amazon-trouble': { hue: 'elsewhere', sign: 'amazon-trouble' },
  offline: { hue: 'still', sign: 'disconnected' },
  demo: { hue: 'still', sign: 'demo' },
}

/** A whole-app fact under the bar: 40 px, soft ground, one sentence, one action. */
export function Banner({ kind, children, action, onDismiss }: BannerProps): ReactElement {
  const { hue, sign } = looks[kind]
  return (
    <div
      role="status"
      className={cx('flex min-h-10 shrink-0 items-center gap-2.5 border-b border-line px-5 py-1.5 text-body text-ink', softClass[hue])}
    >
      <StatusGlyph status={sign} />
      <span className="figures min-w-0 flex-1">{children}</span>
      {action === undefined ? null : (
        <Button size="row" onPress={action.onPress}>
          {action.word}
        </Button>
      )}
      {onDismiss === undefined ? null : <IconButton icon={X} label="Hide for now" onPress={onDismiss} />}
    </div>
  )
}
