import { Search, X } from 'lucide-react'
import type { ReactElement } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'

export interface SearchFieldProps {
  /** Accessible name and placeholder: "Filter channels". */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Filters what is on the page. Escape clears it. */
export function SearchField({ label, value, onChange }: SearchFieldProps): ReactElement {
  return (
    <AriaSearchField aria-label={label} value={value} onChange={onChange} className="group/search w-47.5 min-w-28 shrink">
      <div className="press flex h-7 items-center gap-2 rounded-control border border-control bg-surface px-2.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus">
        <Search aria-hidden size={14} strokeWidth={2.1} className="shrink-0 text-ink-3" />
        <Input
          placeholder={label}
          data-quiet-focus
          className="min-w-0 flex-1 bg-transparent text-body text-ink outline-none placeholder:text-ink-3 [&::-webkit-search-cancel-button]:hidden"
        />
        <Button
          aria-label="Clear the filter"
          className="-mr-1.5 flex size-5 items-center justify-center rounded-cell text-ink-3 group-data-empty/search:invisible data-hovered:bg-hover"
        >
          <X aria-hidden size={14} strokeWidth={2.1} />
        </Button>
      </div>
    </AriaSearchField>
  )
}
