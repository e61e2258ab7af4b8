import type { Instant } from '../../../shared/domain/ids.ts'
import { lineKey, type PlanLine } from '../backfill/account-snapshot.ts'
import { isDocumentBucket } from '../backfill/slice-cost.ts'
import type { PlannedSlice, Waiting, WaitCode } from '../ports/sync-progress.ts'
import type { Piece } from './board.ts'
import type { Engine } from './engine.ts'
import { lineOf } from './pump.ts'

type Place = Pick<PlannedSlice, 'channelId' | 'dataset'>
type Reason = readonly [code: WaitCode, until: Instant | null]

/** One reason per channel and dataset: work in flight first, then what rests, the queue, and what cannot even be planned. */
export function waitingOf(engine: Engine, isOnline: boolean): Waiting[] {
  const found = new Map<string, Waiting>()
  for (const [{ channelId, dataset }, [code, until]] of reasons(engine, isOnline)) {
    const key = lineKey(channelId, dataset)
    if (!found.has(key)) found.set(key, { accountId: engine.accountId, channelId, dataset, code, until })
  }
  return [...found.values()]
}

function reasons(engine: Engine, isOnline: boolean): (readonly [Place, Reason])[] {
  const { board, reading, world } = engine
  const { clock } = world.ports
  const lines = reading?.lines ?? []
  if (reading?.account.paused) return lines.map((line) => [placeOf(line), ['paused', null]])
  const queued = [...board.resumable, ...board.queue]
  if (!isOnline) return [...board.inFlight, ...queued].map((one) => [one, ['offline', null]])
  return [
    ...[...board.inFlight].map((piece) => [piece, whyInFlight(engine, piece)] as const),
    ...[...board.parked.values()].map(
      ({ run, untilMono }) => [run, ['back-off', clock.now() + Math.max(0, untilMono - clock.monotonic())]] as const,
    ),
    ...queued.map((slice) => [slice, whyQueued(engine, slice)] as const),
    ...lines.flatMap((line) => whyNever(line)),
  ]
}

function placeOf({ channel, dataset }: PlanLine): Place {
  return { channelId: channel.id, dataset: dataset.id }
}

function whyInFlight({ gates }: Engine, { run, bucket }: Piece): Reason {
  if (run?.step === 'waiting') return ['amazon-prepares', run.nextLookAt]
  const { create, document } = gates.ofBucket(bucket)
  const until = isDocumentBucket(bucket) ? (run?.step === 'ready' ? document : create).closedUntil() : null
  return until === null ? ['its-turn', null] : ['quota', until]
}

function whyQueued(engine: Engine, slice: Place): Reason {
  const family = lineOf(engine, slice)?.dataset.family
  const door = family ? engine.doors.of(family) : null
  if (door === null) return ['no-access', null]
  const closed = door.closed()
  if (closed !== null) return closed.until === null ? ['no-access', null] : ['back-off', closed.until]
  const { clock } = engine.world.ports
  const restMs = (engine.board.resting.get(lineKey(slice.channelId, slice.dataset))?.untilMono ?? 0) - clock.monotonic()
  return restMs > 0 ? ['back-off', clock.now() + restMs] : ['its-turn', null]
}

function whyNever(line: PlanLine): (readonly [Place, Reason])[] {
  if (line.access?.answer === 'refused') return [[placeOf(line), ['permission-missing', null]]]
  const isUnreachable = line.dataset.family === 'advertising' && line.channel.adsProfileId === null
  return isUnreachable ? [[placeOf(line), ['no-access', null]]] : []
}
