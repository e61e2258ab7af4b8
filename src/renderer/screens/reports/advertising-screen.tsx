import type { ReactElement } from 'react'
import type { AdsReport } from '../../../shared/contract/views/reports.ts'
import { adProductText, adProductMissing } from '../../text/report-text.ts'
import { DailyReportPage } from './daily-report.tsx'
import { named, ratio, type Measure } from './measure.ts'
import { ReportScreen } from './report-screen.tsx'
import { RowTable, rowCells } from './row-table.tsx'
import type { TableSide } from './table-switch.tsx'

const measures: readonly Measure[] = [
  { key: 'cost', label: 'Spend', unit: 'money', of: named('costMinor') },
  { key: 'sales', label: 'Ad sales', unit: 'money', of: named('salesMinor') },
  { key: 'acos', label: 'ACOS', unit: 'share', of: ratio('costMinor', 'salesMinor') },
  { key: 'clicks', label: 'Clicks', unit: 'count', of: named('clicks') },
  { key: 'impressions', label: 'Impressions', unit: 'count', of: named('impressions') },
  { key: 'purchases', label: 'Purchases', unit: 'count', of: named('purchases') },
  { key: 'cpc', label: 'Cost per click', unit: 'money', of: ratio('costMinor', 'clicks') },
]
const figures = ['impressions', 'clicks', 'costMinor', 'salesMinor', 'purchases'] as const

/** What was spent and what it brought, by day and by campaign. */
export function AdvertisingScreen(): ReactElement {
  return (
    <ReportScreen name="advertising">
      {(scope) => (
        <DailyReportPage
          place="advertising"
          name="ads"
          scope={scope}
          measures={measures}
          figures={figures}
          sides={sides}
          remark={(report) => (
            <p className="pt-1 text-small text-ink-3">
              Amazon credits a sale to the day of the click and goes on doing so for weeks; settling days still grow.
              {report.products.flatMap(({ adProduct, missingDays }) =>
                missingDays.length === 0 ? [] : ` ${adProductMissing(adProduct, missingDays.length)}`,
              )}
            </p>
          )}
        />
      )}
    </ReportScreen>
  )
}

function sides(report: AdsReport): readonly TableSide[] {
  const rows = report.campaigns.map((one) => ({
    key: `${one.adProduct}/${one.campaignId}`,
    names: [one.campaign, adProductText[one.adProduct]],
    figures: {
      impressions: one.impressions,
      clicks: one.clicks,
      costMinor: one.costMinor,
      salesMinor: one.salesMinor,
      purchases: one.purchases,
    },
  }))
  const table = { heads: ['Campaign', 'Ad product'], rows, measures, frame: report }
  return [{ key: 'campaigns', word: 'By campaign', table: <RowTable label="By campaign" {...table} />, ...rowCells(table) }]
}
