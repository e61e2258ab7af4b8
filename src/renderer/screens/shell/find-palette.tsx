import { Search } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { valueOf } from '../../state/reading.ts'
import { useOpenDialog, useReading, useWindowState } from '../../state/use-state.ts'
import { useGo } from '../places.ts'
import { findEntries, paletteEntries, type PaletteEntry } from './palette-entries.ts'

/** Find or do: everything by name, from the keyboard. */
export function FindPalette(): ReactElement | null {
  const dialog = useOpenDialog()
  return dialog.kind === 'palette' ? <OpenPalette /> : null
}

const kinds = ['Do', 'Go to', 'Channel', 'Help'] as const

function OpenPalette(): ReactElement {
  const state = useWindowState()
  const accounts = valueOf(useReading(state.channels))?.accounts ?? []
  const go = useGo()
  const [text, setText] = useState('')
  const entries = paletteEntries({ state, accounts, go })
  const found = findEntries(entries, text)
  const run = (key: string): void => {
    state.view.close()
    entries.find((entry) => entry.key === key)?.run()
  }
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) state.view.close()
      }}
      className="float fixed inset-0 z-50 flex items-start justify-center bg-scrim px-6 pt-24"
    >
      <Modal className="float w-140 max-w-full overflow-hidden rounded-dialog bg-raised shadow-dialog">
        <Dialog aria-label="Find or do" className="outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <TextField aria-label="Find or do" autoFocus className="flex h-12 items-center gap-3 border-b border-line px-4">
              <Search aria-hidden size={16} strokeWidth={1.9} className="text-ink-3" />
              <Input
                placeholder="Channel, screen or action"
                data-quiet-focus
                className="min-w-0 flex-1 bg-transparent text-section text-ink outline-none placeholder:text-ink-3"
              />
            </TextField>
            <ListBox
              aria-label="Found"
              onAction={(key) => {
                run(String(key))
              }}
              className="p-1.5 outline-none"
              renderEmptyState={() => <p className="px-2.5 py-3 text-ink-2">Nothing is called that.</p>}
            >
              {kinds.map((kind) => (
                <Section key={kind} kind={kind} entries={found.filter((entry) => entry.kind === kind)} />
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Section({
  kind,
  entries,
}: {
  readonly kind: PaletteEntry['kind']
  readonly entries: readonly PaletteEntry[]
}): ReactElement | null {
  if (entries.length === 0) return null
  return (
    <ListBoxSection id={kind}>
      <Header className="px-2.5 pt-2 pb-1 text-micro font-semibold text-ink-3">{kind}</Header>
      {entries.map((entry) => (
        <ListBoxItem
          key={entry.key}
          id={entry.key}
          textValue={entry.word}
          className="ring-inside flex min-h-7.5 items-center rounded-control px-2.5 text-body text-ink data-focused:bg-selected data-hovered:bg-selected"
        >
          {entry.word}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}
