import { ChevronDown, ListOrdered, Plus } from 'lucide-react'
import { Fragment, useState, type ReactElement } from 'react'
import { Button } from '../parts/controls/button.tsx'
import { FilterChips, type FilterChip } from '../parts/controls/filter-chips.tsx'
import { SearchField } from '../parts/controls/search-field.tsx'
import { Select } from '../parts/controls/select.tsx'
import { Page } from '../parts/shell/page.tsx'
import { PageHead } from '../parts/shell/page-head.tsx'
import { StatusWord } from '../parts/status/status-word.tsx'
import { AccountRow } from '../parts/table/account-row.tsx'
import { AccountTable } from '../parts/table/account-table.tsx'
import { ChannelRow } from '../parts/table/channel-row.tsx'
import { GroupHead } from '../parts/table/group-head.tsx'
import { useWideWindow } from '../parts/table/use-wide-window.ts'
import { groupText, statusText, STATUS_GROUPS } from '../text/status-text.ts'
import { sampleAccounts, type SampleAccount } from './sample-accounts.ts'
import { sampleDays } from './sample-days.ts'
import { SampleShell } from './sample-shell.tsx'

const nothing = (): void => undefined
const groups = STATUS_GROUPS.map((group) => ({ group, rows: sampleAccounts.filter((row) => row.group === group) })).filter(
  (one) => one.rows.length > 0,
)
const chips: readonly FilterChip[] = [
  { key: 'all', count: sampleAccounts.length, word: 'All' },
  ...groups.map(({ group, rows }) => ({ key: group, count: rows.length, word: groupText[group].chip, sign: groupText[group].sign })),
]

/** Accounts as in the first picture. */
export function ChannelsPage(): ReactElement {
  const [filter, setFilter] = useState('all')
  const [search, setSearch] = useState('')
  const days = useWideWindow() ? 90 : 30
  return (
    <SampleShell chosen="channels">
      <Page scroll="own">
        <PageHead
          title="Channels"
          aside="18 accounts in 32 marketplaces"
          actions={
            <>
              <Button icon={ListOrdered}>Renewal queue</Button>
              <Button tone="primary" icon={Plus}>
                Add channel
              </Button>
            </>
          }
        />
        <div className="flex items-center gap-2 pt-3.5 pb-3">
          <FilterChips label="Filter by status" chips={chips} chosen={filter} onChoose={setFilter} />
          <div className="ml-auto flex min-w-0 gap-2">
            <Select label="Group" lead="Group" chosen="any" onChoose={nothing} choices={[{ key: 'any', word: 'any' }]} />
            <Select label="Type" lead="Type" chosen="any" onChoose={nothing} choices={[{ key: 'any', word: 'any' }]} />
            <SearchField label="Filter channels" value={search} onChange={setSearch} />
          </div>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto">
          <AccountTable label="Channels" days={days}>
            {groups.map(({ group, rows }) => (
              <Fragment key={group}>
                <GroupHead title={groupText[group].title} count={rows.length} />
                {rows.map((row) => (
                  <Sample key={row.name} row={row} days={days} />
                ))}
              </Fragment>
            ))}
          </AccountTable>
        </div>
      </Page>
    </SampleShell>
  )
}

function Sample({ row, days }: { readonly row: SampleAccount; readonly days: 30 | 90 }): ReactElement {
  const [isChosen, setChosen] = useState(false)
  const worst = row.ads !== 'not used' && statusText[row.ads].group === 'needs-you' ? row.ads : row.selling
  const { rowAction, filled } = statusText[worst]
  const strands = row.lines.map((written, at) => ({ name: at === 0 ? 'Selling' : 'Advertising', states: sampleDays(written) }))
  return (
    <>
      <AccountRow
        name={row.name}
        strands={strands}
        days={days}
        dataTo={row.dataTo}
        renewsIn={row.renewsIn}
        cause={row.cause}
        marketplaces={
          <>
            {row.codes}
            {row.name === 'Acme North America' ? <ChevronDown aria-hidden size={13} className="ml-1.5 inline" /> : null}
          </>
        }
        selling={<StatusWord status={row.selling} said={row.said} />}
        advertising={row.ads === 'not used' ? <span className="text-ink-3">not used</span> : <StatusWord status={row.ads} form="column" />}
        action={
          rowAction === undefined ? undefined : (
            <Button size="row" tone={filled ? 'primary' : 'secondary'}>
              {rowAction}
            </Button>
          )
        }
        isChosen={isChosen}
        onChoose={setChosen}
        onOpen={nothing}
      />
      {row.name === 'Acme North America' ? (
        <ChannelRow
          country="MX"
          name="Amazon.com.mx"
          days={days}
          onOpen={nothing}
          dataTo={{ text: '9 Sep', tone: 'late' }}
          selling={<StatusWord status="access-reduced" />}
          advertising={<StatusWord status="connected" />}
          strands={[
            { name: 'Selling', states: sampleDays('76s 9t 5p') },
            { name: 'Advertising', states: sampleDays('76s 14t') },
          ]}
          action={
            <Button size="row" tone="quiet">
              See missing
            </Button>
          }
        />
      ) : null}
    </>
  )
}
