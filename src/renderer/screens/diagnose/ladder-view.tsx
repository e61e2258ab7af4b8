import type { ReactElement } from 'react'
import type { Rung } from '../../../shared/contract/diagnosis/diagnosis.ts'
import { STEPS, type Step } from '../../../shared/domain/step.ts'
import { layPath } from '../../parts/line/geometry.ts'
import { cx } from '../../parts/cx.ts'
import { SmallMark } from '../../parts/status/small-mark.tsx'
import { StatusGlyph } from '../../parts/status/status-glyph.tsx'
import { stepText } from '../../text/diagnosis/step-text.ts'
import { useWords } from '../common/words.ts'
import { stepFacts } from './step-facts.ts'

export interface LadderViewProps {
  readonly steps: readonly Rung[]
  /** True while answers still come: steps without one are being asked. */
  readonly isRunning: boolean
}

/** The line of questions: whole where it holds, parted where the cause is. */
export function LadderView({ steps, isRunning }: LadderViewProps): ReactElement {
  const seen = new Map(steps.map((one) => [one.step, one]))
  const firstOpen = isRunning ? (STEPS.find((step) => !isAnswered(seen.get(step))) ?? null) : null
  return (
    <ol aria-label="What was looked at" className="flex flex-col">
      {STEPS.map((step, at) => (
        <StepRow
          key={step}
          step={step}
          rung={seen.get(step) ?? null}
          isAsking={step === firstOpen}
          isHeld={at > 0 && holds(seen.get(STEPS[at - 1] ?? step)) && isAnswered(seen.get(step))}
        />
      ))}
    </ol>
  )
}

interface StepRowProps {
  readonly step: Step
  readonly rung: Rung | null
  readonly isAsking: boolean
  /** The line comes down whole from the step above. */
  readonly isHeld: boolean
}

function StepRow({ step, rung, isAsking, isHeld }: StepRowProps): ReactElement {
  const state = rung?.state ?? 'not-asked'
  return (
    <li className="grid min-h-12.5 grid-cols-[28px_minmax(0,1fr)_auto] gap-x-3" data-testid="step" data-step={step} data-state={state}>
      <span className="relative flex justify-center">
        <Tie isHeld={isHeld} isFirst={step === STEPS[0]} />
        <span className="relative z-1 mt-3 flex h-5 w-5 items-center justify-center rounded-full bg-surface">
          <StepMark state={state} isAsking={isAsking} />
        </span>
      </span>
      <StepWords step={step} rung={rung} isAsking={isAsking && state === 'not-asked'} />
      <span className="figures py-2 text-small text-ink-3">{tookText(rung)}</span>
    </li>
  )
}

function StepWords({ step, rung, isAsking }: Omit<StepRowProps, 'isHeld'>): ReactElement {
  const words = useWords()
  const state = rung?.state ?? 'not-asked'
  const isQuiet = state === 'not-asked' && !isAsking
  const fact = isAsking ? 'being asked' : rung === null ? '' : stepFacts(rung, words)
  return (
    <span className="min-w-0 py-1.5">
      <span className={cx('block font-medium', state === 'trouble' ? 'text-act-ink' : isQuiet ? 'text-ink-3' : 'text-ink')}>
        {state === 'trouble' ? stepText[step].trouble : stepText[step].fine}
        <span className="sr-only">{`, ${stateWord[state]}`}</span>
      </span>
      <span className={cx('figures block text-small', isQuiet ? 'text-ink-3' : 'text-ink-2')}>{fact}</span>
    </span>
  )
}

function tookText(rung: Rung | null): string {
  return rung === null || rung.tookMs === null ? '' : `${Math.round(rung.tookMs)} ms`
}

const stateWord = { fine: 'fine', trouble: 'trouble', watch: 'worth knowing', 'not-asked': 'not asked' } as const

function StepMark({ state, isAsking }: { readonly state: Rung['state']; readonly isAsking: boolean }): ReactElement {
  if (isAsking && state === 'not-asked') return <StatusGlyph status="catching-up" />
  if (state === 'fine') return <StatusGlyph status="connected" />
  if (state === 'trouble') return <StatusGlyph status="reconnect-required" />
  return state === 'watch' ? <StatusGlyph status="expiring-soon" /> : <SmallMark kind="waiting" />
}

const TIE = { width: 9, height: 30 }

/** The piece of line between two steps; a dotted thread where it no longer holds. */
function Tie({ isHeld, isFirst }: { readonly isHeld: boolean; readonly isFirst: boolean }): ReactElement | null {
  if (isFirst) return null
  return (
    <svg aria-hidden width={TIE.width} height={TIE.height} className="absolute -top-4.5 left-1/2 -translate-x-1/2">
      {isHeld ? (
        <g transform={`rotate(90) translate(0 -${TIE.width})`}>
          <rect x="0" y="0" width={TIE.height} height={TIE.width} fill="var(--rope)" />
          <path
            d={layPath({ x: 0, y: 0, width: TIE.height, height: TIE.width }, 7)}
            fill="none"
            stroke="var(--surface)"
            strokeOpacity="var(--lay)"
            strokeWidth="1.1"
          />
        </g>
      ) : (
        <path
          d={`M${TIE.width / 2} 2V${TIE.height}`}
          stroke="var(--line-strong)"
          strokeWidth="1.5"
          strokeDasharray="1 4"
          strokeLinecap="round"
        />
      )}
    </svg>
  )
}

function holds(rung: Rung | undefined): boolean {
  return rung?.state === 'fine' || rung?.state === 'watch'
}

function isAnswered(rung: Rung | undefined): boolean {
  return rung !== undefined && rung.state !== 'not-asked'
}
