import type { ReactElement } from 'react'
import { Banner } from '../parts/feedback/banner.tsx'
import { BackfillRow } from '../parts/flow/backfill-row.tsx'
import { BackfillTable } from '../parts/flow/backfill-table.tsx'
import { ProgressRope } from '../parts/line/progress-rope.tsx'
import { Waterfall } from '../parts/report/waterfall.tsx'
import { Page } from '../parts/shell/page.tsx'
import { PageHead } from '../parts/shell/page-head.tsx'
import { SampleShell } from './sample-shell.tsx'

const nothing = (): void => undefined

/** Backfill as in the eighth picture, and the profit bars. */
export function BackfillPage(): ReactElement {
  return (
    <SampleShell
      chosen="channels"
      banner={
        <Banner kind="offline" action={{ word: 'Try now', onPress: nothing }}>
          Offline, showing data to 14 Sep 18:05. Syncing resumes by itself.
        </Banner>
      }
    >
      <Page>
        <PageHead title="49 of 181 days are back" aside="ready about 15:50" />
        <div className="py-3">
          <ProgressRope done={49} of={181} width={700} band={11} label="Days back" />
        </div>
        <BackfillTable label="Backfill">
          <BackfillRow
            place={1}
            what="Newest days, 3 datasets"
            days="12 to 14 Sep"
            back={9}
            of={9}
            state="done"
            stateText="Done 14:19"
            leaves={{ text: 'safe', tone: 'calm' }}
          />
          <BackfillRow
            place={2}
            what="Sponsored Brands"
            days="16 Aug to 11 Sep"
            back={11}
            of={27}
            state="reading"
            stateText="Reading the report, 4,302 rows so far"
            reason="Amazon took 9 min to prepare it"
            leaves={{ text: '15 Oct', detail: '16 Aug, in 29 d', tone: 'calm' }}
            onMove={nothing}
          />
          <BackfillRow
            place={3}
            what="Sponsored Display"
            days="16 Jul to 15 Aug"
            back={0}
            of={31}
            state="preparing"
            stateText="Amazon is preparing it"
            reason="Asked 14:22, usually 4 to 20 min, next look 14:40"
            leaves={{ text: '19 Sep', detail: '16 Jul, in 3 d 18 h', tone: 'soon' }}
            onMove={nothing}
          />
          <BackfillRow
            place={4}
            what="Sponsored Products"
            days="16 Aug to 11 Sep"
            back={0}
            of={27}
            state="waiting"
            stateText="Waiting for quota until 14:44"
            reason="Amazon lets us ask for one more then"
            leaves={{ text: '19 Nov', detail: '16 Aug, in 64 d', tone: 'calm' }}
            onMove={nothing}
          />
          <BackfillRow
            what="Sponsored Brands"
            days="16 and 17 Jul"
            back={0}
            of={2}
            state="lost"
            stateText="Cannot be had any more"
            reason="Amazon keeps this dataset for 60 days"
            leaves={{ text: 'left 14 and 15 Sep', tone: 'calm' }}
          />
        </BackfillTable>
        <h2 className="pt-6 pb-2 text-section">Profit & loss</h2>
        <Waterfall
          label="Profit and loss"
          rows={[
            { key: 'sales', label: 'Sales', value: 48285, text: '48,285.38', kind: 'total', share: '100%' },
            { key: 'refunds', label: 'Refunds', value: -2210, text: '−2,210.00', kind: 'step', share: '4.6%' },
            { key: 'fees', label: 'Amazon fees', value: -14800, text: '−14,800.10', kind: 'step', share: '30.7%' },
            { key: 'referral', label: 'Referral', value: -7240, text: '−7,240.10', kind: 'part' },
            { key: 'fulfil', label: 'Fulfilment', value: -7560, text: '−7,560.00', kind: 'part' },
            { key: 'ads', label: 'Advertising', value: -5100, text: '−5,100.00', kind: 'step', share: '10.6%' },
            { key: 'goods', label: 'Cost of goods', value: null, text: '–', kind: 'step' },
            { key: 'net', label: 'Left over', value: 26175, text: '26,175.28', kind: 'total', share: '54.2%' },
          ]}
        />
      </Page>
    </SampleShell>
  )
}
