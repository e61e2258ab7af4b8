import { Fragment, useState, type ReactElement } from 'react'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { Checkbox } from '../../parts/controls/checkbox.tsx'
import { AccountTable } from '../../parts/table/account-table.tsx'
import { GroupHead } from '../../parts/table/group-head.tsx'
import { groupText } from '../../text/status-text.ts'
import type { Words } from '../common/words.ts'
import { differsInside, type AccountGroup } from './account-groups.ts'
import { AccountLines, type AccountLinesProps } from './account-lines.tsx'

export interface AccountListProps {
  readonly groups: readonly AccountGroup[]
  readonly days: 30 | 90
  readonly reached: string | null
  readonly words: Words
  readonly chosen: ReadonlySet<AccountId>
  readonly onChosen: (chosen: ReadonlySet<AccountId>) => void
}

/** The grouped grid of accounts. */
export function AccountList({ groups, days, reached, words, chosen, onChosen }: AccountListProps): ReactElement {
  const [toggled, setToggled] = useState<ReadonlyMap<AccountId, boolean>>(new Map())
  const all = groups.flatMap((group) => group.accounts)
  const isAll = all.length > 0 && all.every((account) => chosen.has(account.id))
  const choose = (id: AccountId, isIn: boolean): void => {
    const next = new Set(chosen)
    if (isIn) next.add(id)
    else next.delete(id)
    onChosen(next)
  }
  const standing = (account: (typeof all)[number]): AccountLinesProps['opened'] => {
    const told = toggled.get(account.id)
    if (told !== undefined) return told ? 'by-person' : 'closed'
    return differsInside(account) ? 'by-itself' : 'closed'
  }
  return (
    <AccountTable
      label="Channels"
      days={days}
      rowCount={all.length}
      chooseAll={
        <Checkbox
          label="Choose all"
          isSelected={isAll}
          isIndeterminate={chosen.size > 0 && !isAll}
          onChange={(isIn) => {
            onChosen(isIn ? new Set(all.map((account) => account.id)) : new Set())
          }}
        />
      }
    >
      {groups.map(({ group, accounts }) => (
        <Fragment key={group}>
          <GroupHead title={groupText[group].title} count={accounts.length} />
          {accounts.map((account) => {
            const opened = standing(account)
            return (
              <AccountLines
                key={account.id}
                account={account}
                days={days}
                reached={reached}
                words={words}
                opened={opened}
                isChosen={chosen.has(account.id)}
                onChoose={(isIn) => {
                  choose(account.id, isIn)
                }}
                onToggle={() => {
                  setToggled(new Map(toggled).set(account.id, opened !== 'by-person'))
                }}
              />
            )
          })}
        </Fragment>
      ))}
    </AccountTable>
  )
}
