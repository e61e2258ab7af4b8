import type { ReactElement, ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { cx } from '../cx.ts'
import { Initials } from '../table/initials.tsx'

export interface DialogProps {
  readonly isOpen: boolean
  /** Escape, a click outside and the leaving action all end here; it must always be safe. */
  readonly onClose: () => void
  readonly title: ReactNode
  /** One line under the title. */
  readonly evidence?: ReactNode
  /** Two letters of the account or group the dialog is about. */
  readonly initials?: string | undefined
  readonly children: ReactNode
  /** Leaving action or a plain fact, far left. */
  readonly footStart?: ReactNode
  /** Buttons, the primary one last. */
  readonly footEnd?: ReactNode
  /** `steady` ignores a click outside; `alert` does too and must be answered. Escape always closes. */
  readonly kind?: 'dialog' | 'steady' | 'alert' | undefined
  /** `in-place` for a stage that follows another of the same dialog: it must not fade in anew. */
  readonly entrance?: 'fade' | 'in-place' | undefined
}

/** A 600 px dialog: head with initials, body that scrolls, foot on canvas. Focus returns to the opener. */
export function Dialog({
  isOpen,
  onClose,
  title,
  evidence,
  initials,
  children,
  footStart,
  footEnd,
  kind = 'dialog',
  entrance = 'fade',
}: DialogProps): ReactElement {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={kind === 'dialog'}
      className={cx(entrance === 'fade' && 'float', 'fixed inset-0 z-40 flex items-center justify-center bg-scrim p-6')}
    >
      <Modal
        className={cx(
          entrance === 'fade' && 'float',
          'flex max-h-full w-150 max-w-full flex-col overflow-hidden rounded-dialog bg-surface shadow-dialog',
        )}
      >
        <AriaDialog role={kind === 'alert' ? 'alertdialog' : 'dialog'} className="flex min-h-0 flex-col outline-none">
          <header className="flex shrink-0 items-center gap-3 px-6 pt-5 pb-1">
            {initials === undefined ? null : <Initials letters={initials} size="dialog" />}
            <div className="min-w-0 flex-1">
              <Heading slot="title" className="text-dialog text-ink">
                {title}
              </Heading>
              {evidence === undefined ? null : <p className="figures text-small text-ink-3">{evidence}</p>}
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-3 pb-6">{children}</div>
          {footStart === undefined && footEnd === undefined ? null : (
            <footer className="flex min-h-13.5 shrink-0 items-center gap-2 border-t border-line bg-canvas px-6 py-3">
              <div className="figures min-w-0 flex-1 text-small text-ink-3 [&>button:first-child]:-ml-3">{footStart}</div>
              {footEnd}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
