import type { Diagnosis } from '../../../shared/contract/diagnosis/diagnosis.ts'
import { causeTitle } from '../../text/diagnosis/cause-title.ts'
import { evidenceText } from '../../text/diagnosis/evidence-text.ts'
import { actorText, fixText } from '../../text/diagnosis/fix-text.ts'
import type { Words } from '../common/words.ts'

/** A diagnosis as plain text for a message to somebody. */
export function copiedText(name: string, diagnosis: Diagnosis, words: Words): string {
  const { cause, family, facts, actor, fix, evidence } = diagnosis
  return [
    `${name}: ${causeTitle(cause, { family, facts, date: words.date, span: words.span })}`,
    `Who must act: ${actorText[actor]}`,
    `What to do: ${fix === null ? 'nothing' : fixText[fix]}`,
    ...evidence.map((line) =>
      [words.dated(line.at), evidenceText(line), line.said, line.requestId].filter((part) => part !== null).join('  '),
    ),
  ].join('\n')
}
