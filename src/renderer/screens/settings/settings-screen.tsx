import type { ReactElement } from 'react'
import type { AppView, SettingsView } from '../../../shared/contract/views/app.ts'
import { Button } from '../../parts/controls/button.tsx'
import { Checkbox } from '../../parts/controls/checkbox.tsx'
import { SegmentedControl } from '../../parts/controls/segmented-control.tsx'
import { Page } from '../../parts/shell/page.tsx'
import { PageHead } from '../../parts/shell/page-head.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { densityText, hostText, platformWord, themeText, vaultText } from '../../text/settings-text.ts'
import { ReadingView } from '../common/reading-view.tsx'
import { useWords } from '../common/words.ts'
import { places, useGo } from '../places.ts'
import { KeepSection } from './keep-section.tsx'
import { LADDER_DAYS, turnedLadder } from './ladder.ts'
import { SettingRow, SettingSection } from './setting-row.tsx'

/** Look, notices, and where everything is kept. */
export function SettingsScreen(): ReactElement {
  const { app, settings } = useWindowState()
  const go = useGo()
  return (
    <Page width="settings">
      <PageHead title="Settings" />
      <SettingSection title="Connections">
        <SettingRow
          title="Channels"
          detail="Every connected account, its status and its one action."
          control={
            <Button
              onPress={() => {
                go(places.settingsChannels)
              }}
            >
              Open channels
            </Button>
          }
        />
      </SettingSection>
      <ReadingView resource={settings} loading="Settings are loading" rows={4}>
        {(value) => <Choices settings={value} />}
      </ReadingView>
      <ReadingView resource={app} loading="Storage is loading" rows={4}>
        {(value) => <Storage app={value} />}
      </ReadingView>
    </Page>
  )
}

const themes = (['system', 'light', 'dark'] as const).map((key) => ({ key, word: themeText[key] }))
const densities = (['compact', 'regular', 'roomy'] as const).map((key) => ({ key, word: densityText[key] }))

function Choices({ settings }: { readonly settings: SettingsView }): ReactElement {
  const { act } = useWindowState()
  const write = (part: Partial<SettingsView>): void => {
    void act.writeSettings(part)
  }
  return (
    <>
      <SettingSection title="Look">
        <SettingRow
          title="Theme"
          detail="High contrast follows the system."
          control={
            <SegmentedControl
              label="Theme"
              segments={themes}
              chosen={settings.theme}
              onChoose={(theme) => {
                write({ theme })
              }}
            />
          }
        />
        <SettingRow
          title="Density"
          detail="Height of the rows, everywhere."
          control={
            <SegmentedControl
              label="Density"
              segments={densities}
              chosen={settings.density}
              onChoose={(density) => {
                write({ density })
              }}
            />
          }
        />
      </SettingSection>
      <KeepSection keepMonths={settings.keepMonths} />
      <SettingSection title="Notices">
        <SettingRow
          title="Tell me outside this window"
          detail="One notice per incident, withdrawn when it is repaired. No amounts."
          control={
            <Checkbox
              label="Tell me outside this window"
              isSelected={settings.notices}
              onChange={(notices) => {
                write({ notices })
              }}
            />
          }
        />
        <SettingRow
          title="Remind me before a permission ends"
          detail="Days before the forecast end."
          control={
            <span className="flex gap-3">
              {LADDER_DAYS.map((days) => (
                <Checkbox
                  key={days}
                  isSelected={settings.expiryLadder.includes(days)}
                  onChange={(isIn) => {
                    write({ expiryLadder: turnedLadder(settings.expiryLadder, days, isIn) })
                  }}
                >
                  <span className="figures">{days === 0 ? 'the day' : days}</span>
                </Checkbox>
              ))}
            </span>
          }
        />
      </SettingSection>
    </>
  )
}

function Storage({ app }: { readonly app: AppView }): ReactElement {
  const words = useWords()
  const vault = vaultText[app.vaultTier]
  const clock = app.clock === 'simulated' ? `, simulated time ${words.dated(app.now)}` : ''
  return (
    <SettingSection title="Storage">
      <SettingRow title={vault.title} detail={vault.detail} sign={vault.tone === 'watch' ? 'access-reduced' : 'connected'} />
      <SettingRow title="Data folder" detail={<span className="font-mono break-all select-text">{app.dataDirectory}</span>} />
      <SettingRow
        title="No account with us"
        detail="No usage figures leave this computer. It speaks with Amazon and, to renew permissions, with the publisher’s key service."
      />
      <SettingRow title={`Springline ${app.version}`} detail={`${hostText[app.host]}, ${platformWord(app.platform)}${clock}`} />
    </SettingSection>
  )
}
