import type { ReactElement } from 'react'
import type { ProfitReport } from '../../../shared/contract/views/reports.ts'
import { Waterfall } from '../../parts/report/waterfall.tsx'
import { useWords } from '../common/words.ts'
import { decimal } from './csv.ts'
import { DailyReportPage } from './daily-report.tsx'
import { named, type Figures, type Measure } from './measure.ts'
import { Payouts } from './payouts.tsx'
import { profitSteps } from './profit-steps.ts'
import { ReportScreen } from './report-screen.tsx'
import type { TableSide } from './table-switch.tsx'

const measures: readonly Measure[] = [
  { key: 'net', label: 'Net', unit: 'money', of: named('netMinor') },
  { key: 'sales', label: 'Sales', unit: 'money', of: named('salesMinor') },
  { key: 'refunds', label: 'Refunds', unit: 'money', of: named('refundsMinor') },
  { key: 'fees', label: 'Amazon fees', unit: 'money', of: named('feesMinor') },
  { key: 'other', label: 'Other', unit: 'money', of: named('otherMinor') },
  { key: 'ads', label: 'Advertising', unit: 'money', of: spend },
]
/** Spend lowers what is left, so it is written like the other costs. */
function spend(figures: Figures): number | null {
  const { adsMinor = null } = figures
  return adsMinor === null ? null : -Math.abs(adsMinor)
}

const figures = ['salesMinor', 'refundsMinor', 'feesMinor', 'otherMinor', 'netMinor', 'adsMinor'] as const

/** From sales to what is left, by the day Amazon posted it. */
export function ProfitScreen(): ReactElement {
  return (
    <ReportScreen name="profit">
      {(scope) => (
        <DailyReportPage
          place="profit"
          name="profit"
          scope={scope}
          measures={measures}
          figures={figures}
          sides={sides}
          first="steps"
          below={<Payouts scope={scope} />}
          remark={() => <p className="pt-1 text-small text-ink-3">By the day Amazon posted it, before the cost of your goods.</p>}
        />
      )}
    </ReportScreen>
  )
}

function sides(report: ProfitReport): readonly TableSide[] {
  const steps = profitSteps(report)
  return [
    {
      key: 'steps',
      word: 'From sales to net',
      table: <Steps report={report} />,
      isWhole: true,
      head: ['step', 'amount'],
      cells: steps.map((step) => [step.label, decimal(step.value, report.moneyScale)]),
    },
  ]
}

function Steps({ report }: { readonly report: ProfitReport }): ReactElement {
  const { locale } = useWords()
  return <Waterfall label="From sales to net" rows={profitSteps(report, locale)} />
}
