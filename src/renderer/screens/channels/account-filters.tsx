import type { ReactElement } from 'react'
import type { AccountView } from '../../../shared/contract/views/channels.ts'
import { FilterChips, type FilterChip } from '../../parts/controls/filter-chips.tsx'
import { SearchField } from '../../parts/controls/search-field.tsx'
import { Select } from '../../parts/controls/select.tsx'
import { STATUS_GROUPS, groupText } from '../../text/status-text.ts'
import { groupOf, type AccountFilter } from './account-groups.ts'

export interface AccountFiltersProps {
  /** Accounts that fit type and text, for the counts. */
  readonly accounts: readonly AccountView[]
  readonly filter: AccountFilter
  readonly onFilter: (filter: AccountFilter) => void
}

const types = [
  { key: 'any', word: 'any' },
  { key: 'seller', word: 'seller' },
  { key: 'vendor', word: 'vendor' },
] as const

/** Chips with counts, type and text. */
export function AccountFilters({ accounts, filter, onFilter }: AccountFiltersProps): ReactElement {
  const chips: readonly FilterChip[] = [
    { key: 'all', count: accounts.length, word: 'All' },
    ...STATUS_GROUPS.flatMap((group) => {
      const count = accounts.filter((account) => groupOf(account) === group).length
      return count === 0 && filter.group !== group ? [] : [{ key: group, count, word: groupText[group].chip, sign: groupText[group].sign }]
    }),
  ]
  const choose = (key: string): void => {
    const group = STATUS_GROUPS.find((one) => one === key) ?? 'all'
    if (group !== filter.group) onFilter({ ...filter, group })
  }
  return (
    <div className="flex items-center gap-2 pt-3.5 pb-3">
      <FilterChips label="Filter by status" chips={chips} chosen={filter.group} onChoose={choose} />
      <div className="ml-auto flex min-w-0 gap-2">
        <Select
          label="Type"
          lead="Type"
          choices={types}
          chosen={filter.type}
          onChoose={(type) => {
            onFilter({ ...filter, type })
          }}
        />
        <SearchField
          label="Filter channels"
          value={filter.text}
          onChange={(text) => {
            onFilter({ ...filter, text })
          }}
        />
      </div>
    </div>
  )
}
