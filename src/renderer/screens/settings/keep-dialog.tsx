import { useEffect, useState, type ReactElement } from 'react'
import type { CallResult } from '../../../shared/contract/calls.ts'
import type { KeepMonths } from '../../../shared/domain/retention.ts'
import { Button } from '../../parts/controls/button.tsx'
import { Dialog } from '../../parts/overlays/dialog.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { keepKey, keepText } from '../../text/settings-text.ts'
import { counted } from '../common/counted.ts'

type Count = CallResult<'keeping.preview'>

/** Confirms a limit with what it deletes, counted from the database. */
export function KeepDialog({ keepMonths }: { readonly keepMonths: KeepMonths }): ReactElement {
  const { act, settings, view } = useWindowState()
  const [count, setCount] = useState<Count | null>(null)
  useEffect(() => {
    let isGone = false
    void act.countForgotten(keepMonths).then((found) => {
      if (!isGone) setCount(found)
    })
    return () => {
      isGone = true
    }
  }, [act, keepMonths])
  const keep = async (): Promise<void> => {
    if (!(await act.keep(keepMonths))) return
    settings.reload()
    view.close()
  }
  const deletes = count !== null && count.days > 0
  return (
    <Dialog
      isOpen
      kind="alert"
      onClose={view.close}
      title={`Keep ${keepText[keepKey(keepMonths)]}?`}
      footStart="Escape changes nothing"
      footEnd={
        <>
          <Button autoFocus onPress={view.close}>
            Cancel
          </Button>
          <Button
            tone={deletes ? 'danger' : 'primary'}
            isDisabled={count === null}
            onPress={() => {
              void keep()
            }}
          >
            {deletes ? 'Delete older days' : 'Keep'}
          </Button>
        </>
      }
    >
      <p className="figures">{sentence(count)}</p>
      <p className="pt-2 text-ink-2">
        {keepMonths === null
          ? 'Days deleted before are fetched again, as far as Amazon still has them.'
          : 'From now on older days go by themselves. Amazon does not give most of them out again.'}
      </p>
    </Dialog>
  )
}

function sentence(count: Count | null): string {
  if (count === null) return 'Counting what is older…'
  if (count.days === 0) return 'Nothing stored is older; nothing is deleted now.'
  return `${counted(count.days, 'day', 'days')} of channels with ${counted(count.rows, 'row', 'rows')} are older and will be deleted.`
}
