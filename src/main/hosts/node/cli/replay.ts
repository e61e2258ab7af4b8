import { LONGEST_BUNDLE } from '../../../../shared/contract/diagnosis/bundle.ts'
import { replayBundle } from '../../../core/diagnose/bundle.ts'
import { UsageError, type CommandContext } from './command.ts'
import { diagnosisLines } from './diagnosis-lines.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { printJson } from './print.ts'

/** Makes the diagnosis of a saved bundle again, from its observations alone. */
export async function replay(context: CommandContext, file: string): Promise<ExitCode> {
  const found = await context.io.readFile(file).catch(() => null)
  if (found === null) throw new UsageError(`--replay: ${file} cannot be read.`)
  const diagnosis = found.length > LONGEST_BUNDLE ? null : replayBundle(found)
  if (diagnosis === null || !diagnosis.ok) throw new UsageError(`--replay: ${file} is no diagnosis that Springline saved.`)
  if (context.json) printJson(context, { diagnosis: diagnosis.value })
  else for (const line of diagnosisLines('Replayed', diagnosis.value)) context.io.out(line)
  return EXIT.done
}
