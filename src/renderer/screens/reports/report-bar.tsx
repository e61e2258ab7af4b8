import { Building2 } from 'lucide-react'
import type { ReactElement } from 'react'
import { addDays } from '../../../shared/domain/day.ts'
import { DateRangePicker } from '../../parts/controls/date-range-picker.tsx'
import { Select } from '../../parts/controls/select.tsx'
import { valueOf } from '../../state/reading.ts'
import { useReading, useWindowState } from '../../state/use-state.ts'
import { compareText } from '../../text/report-text.ts'
import { useWords } from '../common/words.ts'
import { zonePhrase } from '../common/zone-phrase.ts'
import { COMPARISONS, places, REPORT_NAMES, useGo, type ReportPlace, type ReportSearch, type VendorPart } from '../places.ts'
import { asRange, choicesFor, type ReportScope } from './report-scope.ts'
import { useReportScope } from './use-report-scope.ts'
import { useVendorChoice } from './use-vendor-choice.ts'

/** Nothing older is asked for by hand. Source: Amazon gives out two years of most datasets. */
const EARLIEST_DAYS = 760

/** Scope, days and comparison of the report on screen. */
export function ReportBar({ pathname }: { readonly pathname: string }): ReactElement | null {
  const name = REPORT_NAMES.find((one) => one === pathname.split('/')[2]) ?? 'sales'
  const found = useReportScope(name)
  return found.kind === 'scope' ? <Controls name={name} scope={found.scope} /> : null
}

function Controls({ name, scope }: { readonly name: ReportPlace; readonly scope: ReportScope }): ReactElement {
  const { channels } = useWindowState()
  const view = valueOf(useReading(channels))
  const words = useWords()
  const go = useGo()
  const { part, view: vendorView } = useVendorChoice()
  const kept: ReportSearch = name === 'vendor' ? { part, view: vendorView } : {}
  const put = (change: ReportSearch): void => {
    go(places.report(name, { channel: scope.channel.id, ...asRange(scope.days), compare: scope.compare, ...kept, ...change }), 'replace')
  }
  const choices = view === null ? [] : choicesFor(name, view)
  return (
    <>
      <Select
        label="Scope"
        icon={Building2}
        arrow="scope"
        chosen={String(scope.channel.id)}
        choices={choices.map(({ account, channel }) => ({
          key: String(channel.id),
          word: account.channels.length > 1 ? `${account.name}, ${channel.country}` : account.name,
          hint: channel.marketplace,
        }))}
        onChoose={(key) => {
          const next = choices.find(({ channel }) => String(channel.id) === key)
          if (next !== undefined) put({ channel: next.channel.id })
        }}
      />
      {hasDays(name, part) ? (
        <>
          <DateRangePicker
            days={scope.days}
            lastComplete={scope.lastComplete}
            earliest={addDays(scope.lastComplete, -EARLIEST_DAYS)}
            words={{ locale: words.locale, today: words.today }}
            zoneText={zonePhrase(scope.channel, words.locale, words.now)}
            onChoose={(days) => {
              put(asRange(days))
            }}
          />
          {hasComparison(name, part) ? (
            <Select
              label="Compare with"
              lead="against"
              chosen={scope.compare}
              choices={COMPARISONS.map((key) => ({ key, word: compareText[key].choice }))}
              onChoose={(compare) => {
                put({ compare })
              }}
            />
          ) : null}
        </>
      ) : null}
    </>
  )
}

/** Products are told as they are now, a forecast as it was last made. */
function hasDays(name: ReportPlace, part: VendorPart): boolean {
  return name !== 'products' && !(name === 'vendor' && part === 'forecast')
}

function hasComparison(name: ReportPlace, part: VendorPart): boolean {
  return !(name === 'vendor' && part === 'orders')
}
