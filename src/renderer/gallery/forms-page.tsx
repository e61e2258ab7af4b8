import { Ellipsis, Pause, RefreshCw, Trash2 } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { Button } from '../parts/controls/button.tsx'
import { Checkbox } from '../parts/controls/checkbox.tsx'
import { IconButton } from '../parts/controls/icon-button.tsx'
import { Menu } from '../parts/controls/menu.tsx'
import { RadioGroup } from '../parts/controls/radio-group.tsx'
import { TextField } from '../parts/controls/text-field.tsx'
import { Banner, BANNER_KINDS } from '../parts/feedback/banner.tsx'
import { EmptyState } from '../parts/feedback/empty-state.tsx'
import { NoticeRow } from '../parts/feedback/notice-row.tsx'
import { Skeleton } from '../parts/feedback/skeleton.tsx'
import { ToastStack } from '../parts/feedback/toast-stack.tsx'
import { RopeDrawing } from '../parts/feedback/rope-drawing.tsx'

const nothing = (): void => undefined

/** Fields, banners, notices and empty places. */
export function FormsPage(): ReactElement {
  const [theme, setTheme] = useState<'system' | 'light' | 'dark'>('system')
  return (
    <main className="h-full overflow-y-auto bg-surface pb-10">
      <h1 className="sr-only">Forms</h1>
      {BANNER_KINDS.map((kind) => (
        <Banner key={kind} kind={kind} onDismiss={kind === 'offline' ? nothing : undefined} action={{ word: 'Details', onPress: nothing }}>
          One sentence about the whole app.
        </Banner>
      ))}
      <div className="grid w-190 grid-cols-2 gap-6 p-6">
        <TextField label="Name" hint="As you call it." defaultValue="Nordlys EU" />
        <TextField label="Client secret" face="code" isInvalid trouble="This is not a client secret: it has 12 characters, not 64." />
        <RadioGroup
          label="Theme"
          chosen={theme}
          onChoose={setTheme}
          choices={[
            { key: 'system', word: 'As the system', hint: 'Light by day, dark by night.' },
            { key: 'light', word: 'Light' },
            { key: 'dark', word: 'Dark' },
          ]}
        />
        <div className="flex flex-col gap-2">
          <Checkbox defaultSelected>Quiet hours</Checkbox>
          <Checkbox isIndeterminate>Some of them</Checkbox>
          <Checkbox isDisabled>Not possible here</Checkbox>
          <Menu
            label="More"
            opener={<IconButton icon={Ellipsis} label="More" tone="outlined" />}
            entries={[
              { key: 'sync', word: 'Sync now', icon: RefreshCw, shortcut: 'S', onChoose: nothing },
              { key: 'pause', word: 'Pause', icon: Pause, rule: 'after', onChoose: nothing },
              { key: 'delete', word: 'Delete history', icon: Trash2, onChoose: nothing },
            ]}
          />
        </div>
      </div>
      <div className="px-6">
        <EmptyState title="No channel yet" action={{ word: 'Connect Amazon', tone: 'primary', onPress: nothing }} drawing={<RopeDrawing />}>
          Connect a seller, vendor or advertising account to begin.
        </EmptyState>
        <EmptyState title="No channel matches “kestral”" action={{ word: 'Clear the filter', tone: 'quiet', onPress: nothing }}>
          Names, groups and marketplaces were searched.
        </EmptyState>
        <Skeleton rows={3} label="Channels are loading" />
      </div>
      <ToastStack>
        <NoticeRow
          sign="connected"
          title="Nordlys EU is connected again"
          body="12 days are on their way, ready about 14:55."
          at="14:09"
          onDismiss={nothing}
          actions={<Button size="row">See plan</Button>}
        />
      </ToastStack>
    </main>
  )
}
