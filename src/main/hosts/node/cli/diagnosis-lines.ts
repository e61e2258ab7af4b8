import type { Diagnosis } from '../../../../shared/contract/diagnosis/diagnosis.ts'

/** A diagnosis for a terminal: the verdict, the ladder, and what it rests on. */
export function diagnosisLines(name: string, diagnosis: Diagnosis): string[] {
  const { cause, family, known, actor, fix, way, tookMs, ruledOut, also, steps, evidence } = diagnosis
  const how = way === 'stored' ? 'from stored evidence' : `in ${(tookMs / 1000).toFixed(1)} s`
  const head = cause === null ? 'nothing is wrong' : `${cause}${family === null ? '' : ` (${family})`}, ${known ?? 'observed'}`
  return [
    `${name}: ${head} (${how})`,
    `  who must act: ${actor}; do: ${fix ?? 'nothing'}`,
    ...(also.length > 0 ? [`  also: ${also.map((one) => one.cause).join(', ')}`] : []),
    ...(ruledOut.length > 0 ? [`  ruled out: ${ruledOut.join(', ')}`] : []),
    ...steps.map((one) => `  ${one.step.padEnd(12)} ${one.state}${one.because === null ? '' : `, ${one.because}`}`),
    ...evidence.map(
      (one) => `  ${new Date(one.at).toISOString()}  ${[one.what, one.said, one.requestId].filter((part) => part !== null).join('  ')}`,
    ),
  ]
}
