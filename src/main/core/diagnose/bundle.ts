import { diagnosisBundle, type DiagnosisBundle } from '../../../shared/contract/diagnosis/bundle.ts'
import type { Diagnosis } from '../../../shared/contract/diagnosis/diagnosis.ts'
import type { Observations } from '../../../shared/contract/diagnosis/observations.ts'
import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { judge } from './judge.ts'

export interface BundleFacts {
  readonly madeAt: number
  readonly app: DiagnosisBundle['app']
  /** Null unless the person asked for names. */
  readonly name: string | null
}

/** The text of a support bundle: the observations and the verdict made from them, checked before it is handed out. */
export function writeBundle(observed: Observations, { madeAt, app, name }: BundleFacts): string {
  const bundle: DiagnosisBundle = {
    kind: 'springline-diagnosis',
    version: 1,
    madeAt,
    app,
    name,
    observations: observed,
    diagnosis: judge(observed),
  }
  return `${JSON.stringify(diagnosisBundle.parse(bundle), null, 2)}\n`
}

/** The diagnosis made again from a bundle's observations; what the bundle says of its verdict is not looked at. */
export function replayBundle(text: string): Result<Diagnosis, 'no-json' | 'no-bundle'> {
  const read = readJson(text)
  if (!read.ok) return read
  const checked = diagnosisBundle.safeParse(read.value)
  return checked.success ? ok(judge(checked.data.observations)) : err('no-bundle')
}

function readJson(text: string): Result<unknown, 'no-json'> {
  try {
    return ok(JSON.parse(text))
  } catch {
    return err('no-json')
  }
}
