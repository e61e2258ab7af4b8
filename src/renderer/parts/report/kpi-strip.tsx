import type { ReactElement } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { Delta } from '../../format/delta.ts'
import { DeltaText } from './delta-text.tsx'
import { SmallMark } from '../status/small-mark.tsx'

export interface KpiTile {
  readonly key: string
  /** "Ordered sales". */
  readonly label: string
  /** Formatted figure, or a dash where it is unknown. */
  readonly value: string
  readonly delta: Delta | null
  /** Formatted old figure. */
  readonly was?: string | undefined
  /** `settling` shows the half-filled mark: some day of it may still move. */
  readonly firmness: 'settled' | 'settling'
}

export interface KpiStripProps {
  readonly label: string
  readonly tiles: readonly KpiTile[]
  /** The tile that drives the chart. */
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

/** Width of the widest usual digit in em, with the narrow signs between them counted as such. */
const EM_PER_SIGN = 0.7

/** One bordered strip of figures; the chosen one drives the chart. All figures share one size: the largest at which the longest fits its tile. */
export function KpiStrip({ label, tiles, chosen, onChoose }: KpiStripProps): ReactElement {
  const longest = Math.max(1, ...tiles.map((tile) => tile.value.length))
  const fontSize = `min(var(--text-figure), calc(100cqi / ${longest * EM_PER_SIGN}))`
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        for (const tile of tiles) if (keys.has(tile.key)) onChoose(tile.key)
      }}
      className="flex overflow-hidden rounded-panel border border-line bg-surface"
    >
      {tiles.map((tile) => (
        <ToggleButton
          key={tile.key}
          id={tile.key}
          className="press ring-inside @container flex min-w-0 flex-1 flex-col border-t-2 border-l border-t-transparent border-l-line px-3.5 pt-2 pb-2.5 text-left first:border-l-0 data-hovered:bg-hover data-selected:border-t-accent data-selected:bg-selected"
        >
          <span className="flex items-center gap-1.5 text-small font-medium text-ink-2">
            <span className="truncate">{tile.label}</span>
            {tile.firmness === 'settling' ? <SmallMark kind="settling" size={14} label="still settling" /> : null}
          </span>
          <span style={{ fontSize }} className="figures block truncate text-figure font-semibold text-ink">
            {tile.value}
          </span>
          <span className="figures flex flex-wrap items-center gap-x-2 text-small text-ink-2 @max-[164px]:flex-col @max-[164px]:items-start">
            <DeltaText delta={tile.delta} />
            {tile.was === undefined ? null : <span className="whitespace-nowrap">was {tile.was}</span>}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
