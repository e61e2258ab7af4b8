import type { LucideIcon } from 'lucide-react'
import type { ReactElement } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

export interface Segment<Key extends string> {
  readonly key: Key
  readonly word: string
  readonly icon?: LucideIcon | undefined
}

export interface SegmentedControlProps<Key extends string> {
  readonly label: string
  readonly segments: readonly Segment<Key>[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
}

/** Two to six views of the same rows: "By day | By marketplace | By product". */
export function SegmentedControl<Key extends string>({ label, segments, chosen, onChoose }: SegmentedControlProps<Key>): ReactElement {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        for (const one of segments) if (keys.has(one.key)) onChoose(one.key)
      }}
      className="inline-flex h-7 rounded-control border border-line-strong bg-surface shadow-button"
    >
      {segments.map(({ key, word, icon: Icon }) => (
        <ToggleButton
          key={key}
          id={key}
          className="press ring-inside flex items-center gap-1.5 border-l border-line px-3 text-body whitespace-nowrap text-ink-2 first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px] data-hovered:bg-hover data-selected:bg-selected data-selected:font-semibold data-selected:text-ink"
        >
          {Icon === undefined ? null : <Icon aria-hidden size={14} strokeWidth={2.1} />}
          {word}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
