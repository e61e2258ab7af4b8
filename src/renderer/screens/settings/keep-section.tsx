import type { ReactElement } from 'react'
import { KEEP_MONTHS, type KeepMonths } from '../../../shared/domain/retention.ts'
import { Select } from '../../parts/controls/select.tsx'
import { useWindowState } from '../../state/use-state.ts'
import { keepKey, keepText, type KeepKey } from '../../text/settings-text.ts'
import { SettingRow, SettingSection } from './setting-row.tsx'

const choices = (['all', ...[...KEEP_MONTHS].reverse().map((months) => `${months}` as const)] satisfies KeepKey[]).map((key) => ({
  key,
  word: keepText[key],
}))

/** How long figures stay; a limit is confirmed with the number of days it deletes. */
export function KeepSection({ keepMonths }: { readonly keepMonths: KeepMonths }): ReactElement {
  const { view } = useWindowState()
  const choose = (key: KeepKey): void => {
    const wanted = KEEP_MONTHS.find((months) => `${months}` === key) ?? null
    if (wanted !== keepMonths) view.show({ kind: 'keep', keepMonths: wanted })
  }
  return (
    <SettingSection title="Figures">
      <SettingRow
        title="Keep figures"
        detail="Older days are deleted every few hours. Amazon gives most of them out for two years, some for two months only."
        control={<Select label="Keep figures" choices={choices} chosen={keepKey(keepMonths)} onChoose={choose} />}
      />
    </SettingSection>
  )
}
