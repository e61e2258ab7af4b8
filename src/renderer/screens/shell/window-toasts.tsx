import { useEffect, type ReactElement } from 'react'
import { useStore } from 'zustand'
import { NoticeRow } from '../../parts/feedback/notice-row.tsx'
import { ToastStack } from '../../parts/feedback/toast-stack.tsx'
import { Button } from '../../parts/controls/button.tsx'
import { useWindowState } from '../../state/use-state.ts'
import type { Toast } from '../../state/view-state.ts'
import { wordsFor } from '../../text/failure-text.ts'
import { helpTopicOf } from '../../text/help-text.ts'
import { useWords } from '../common/words.ts'
import { places, useGo } from '../places.ts'

/** Facts go by themselves after this long; trouble stays until it is dismissed. */
const FACT_MS = 6_000

/** What floats at the lower right. */
export function WindowToasts(): ReactElement {
  const { view } = useWindowState()
  const toasts = useStore(view.state, (state) => state.toasts)
  return (
    <ToastStack>
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </ToastStack>
  )
}

function OneToast({ toast }: { readonly toast: Toast }): ReactElement {
  const { view } = useWindowState()
  const words = useWords()
  const go = useGo()
  const dismiss = (): void => {
    view.dismiss(toast.id)
  }
  useEffect(() => {
    if (toast.kind !== 'fact') return
    const timer = window.setTimeout(() => {
      view.dismiss(toast.id)
    }, FACT_MS)
    return () => {
      window.clearTimeout(timer)
    }
  }, [toast, view])
  if (toast.kind === 'fact')
    return (
      <div className="float">
        <NoticeRow sign="connected" title={toast.text} body="" at={words.time(words.now)} onDismiss={dismiss} />
      </div>
    )
  const told = wordsFor(toast.failure)
  const topic = helpTopicOf(toast.failure.reason) ?? helpTopicOf(toast.failure.code)
  return (
    <div className="float">
      <NoticeRow
        sign="stale"
        title={told.title}
        body={told.next}
        at={words.time(words.now)}
        onDismiss={dismiss}
        actions={
          topic === null ? undefined : (
            <Button
              size="row"
              tone="quiet"
              onPress={() => {
                dismiss()
                go(places.helpTopic(topic))
              }}
            >
              What can cause this?
            </Button>
          )
        }
      />
    </div>
  )
}
