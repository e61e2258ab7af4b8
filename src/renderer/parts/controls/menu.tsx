import type { LucideIcon } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Kbd } from '../feedback/kbd.tsx'

export interface MenuEntry {
  readonly key: string
  readonly word: string
  readonly icon?: LucideIcon | undefined
  readonly shortcut?: string | undefined
  readonly isDisabled?: boolean | undefined
  /** `after` draws a line below the entry. */
  readonly rule?: 'after' | undefined
  readonly onChoose: () => void
}

export interface MenuProps {
  /** Accessible name of the open menu. */
  readonly label: string
  /** A `Button` or `IconButton` that opens it. */
  readonly opener: ReactElement
  readonly entries: readonly MenuEntry[]
}

/** Actions behind one button. Type to find, arrows to move, Escape to leave. */
export function Menu({ label, opener, entries }: MenuProps): ReactElement {
  return (
    <MenuTrigger>
      {opener}
      <Popover offset={4} placement="bottom end" className="float min-w-48 rounded-panel bg-raised shadow-popover">
        <AriaMenu aria-label={label} className="p-1 outline-none">
          {entries.map(({ key, word, icon: Icon, shortcut, isDisabled = false, rule, onChoose }) => (
            <Fragment key={key}>
              <MenuItem
                id={key}
                textValue={word}
                isDisabled={isDisabled}
                onAction={onChoose}
                className="ring-inside flex min-h-7 items-center gap-2 rounded-control px-2 text-body text-ink data-disabled:text-ink-disabled data-focused:bg-selected"
              >
                {Icon === undefined ? null : <Icon aria-hidden size={14} strokeWidth={2.1} className="text-ink-3" />}
                <span className="pr-4">{word}</span>
                {shortcut === undefined ? null : <Kbd keys={shortcut} className="ml-auto" />}
              </MenuItem>
              {rule === undefined ? null : <Separator className="my-1 border-t border-line" />}
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
