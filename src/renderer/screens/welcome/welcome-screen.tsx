import { Cable, CloudOff, Folder, LockKeyhole, type LucideIcon } from 'lucide-react'
import { useEffect, type ReactElement, type ReactNode } from 'react'
import type { AppView } from '../../../shared/contract/views/app.ts'
import { Button } from '../../parts/controls/button.tsx'
import { QuayDrawing } from '../../parts/feedback/quay-drawing.tsx'
import { AppMark } from '../../parts/shell/app-mark.tsx'
import { valueOf } from '../../state/reading.ts'
import { useAttemptFlow, useReading, useWindowState } from '../../state/use-state.ts'
import { vaultText } from '../../text/settings-text.ts'
import { places, useGo } from '../places.ts'

/** Before the first account, and gone with it: what Springline is, one way in, and where everything is kept. */
export function WelcomeScreen(): ReactElement {
  const { app, channels, view } = useWindowState()
  const value = valueOf(useReading(app))
  const hasAccounts = (valueOf(useReading(channels))?.accounts.length ?? 0) > 0
  const isConnecting = useAttemptFlow().kind !== 'closed'
  const go = useGo()
  useEffect(() => {
    if (hasAccounts && !isConnecting) go(places.channels, 'replace')
  })
  return (
    <div className="flex min-h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-2.5 px-5 text-section font-semibold text-ink">
        <AppMark />
        Springline
      </header>
      <QuayDrawing />
      <div className="mx-auto flex w-200 max-w-full flex-col px-6 pt-9 pb-12">
        <h1 className="text-welcome text-balance text-ink">Your Amazon numbers, held fast on this computer.</h1>
        <p className="pt-2 text-section font-normal text-pretty text-ink-2">
          Springline keeps every Amazon connection alive and shows, day by day, what is complete and what is not.
        </p>
        <section aria-label="Begin" className="mt-7 flex items-center gap-5 rounded-panel border border-line-strong px-5 py-4">
          <Cable aria-hidden size={20} strokeWidth={1.9} className="shrink-0 text-accent" />
          <div className="min-w-0 flex-1">
            <p className="text-section font-semibold text-ink">Connect Amazon</p>
            <p className="text-ink-2">A seller, vendor or advertising account. Have a sign-in ready that may authorize apps.</p>
          </div>
          <Button
            tone="primary"
            size="large"
            onPress={() => {
              view.show({ kind: 'add-channel' })
            }}
          >
            Connect Amazon
          </Button>
        </section>
        {value === null ? null : <Keeping app={value} />}
        <p className="-ml-3 pt-6">
          <Button
            tone="quiet"
            onPress={() => {
              go(places.channels)
            }}
          >
            Look around first
          </Button>
        </p>
      </div>
    </div>
  )
}

function Keeping({ app }: { readonly app: AppView }): ReactElement {
  return (
    <ul className="grid grid-cols-3 gap-6 pt-5">
      <Fact icon={Folder} title="Stored on this computer" detail={<span className="break-all">{app.dataDirectory}</span>} />
      <Fact icon={LockKeyhole} title={`Keys: ${vaultText[app.vaultTier].title.toLowerCase()}`} detail={vaultText[app.vaultTier].detail} />
      <Fact icon={CloudOff} title="No account with us" detail="and no usage figures leave this computer" />
    </ul>
  )
}

function Fact({
  icon: Icon,
  title,
  detail,
}: {
  readonly icon: LucideIcon
  readonly title: string
  readonly detail: ReactNode
}): ReactElement {
  return (
    <li className="flex gap-2.5 text-small">
      <Icon aria-hidden size={14} strokeWidth={2.1} className="mt-px shrink-0 text-ink-3" />
      <span>
        <b className="block text-ink">{title}</b>
        <span className="text-ink-2">{detail}</span>
      </span>
    </li>
  )
}
