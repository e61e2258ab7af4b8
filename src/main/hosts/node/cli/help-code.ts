import { parseArgs } from 'node:util'
import { CONSENT_CODES, consentActorText, consentCodeText, findConsentCode } from '../../../../shared/text/consent-code-text.ts'
import { UsageError, type Io } from './command.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'

export const HELP_CODE_USAGE = 'help-code CODE [--json]'

/** `springline help-code`: what a code on Amazon's consent page means. Opens nothing and needs no network. */
export function helpCode(argv: readonly string[], io: Io): ExitCode {
  const { values, positionals } = readArguments(argv)
  if (values.help === true) {
    io.out(`springline ${HELP_CODE_USAGE}\n\n  what a code on Amazon’s consent page means: ${CONSENT_CODES.join(', ')}`)
    return EXIT.done
  }
  const code = findConsentCode(positionals.join(' '))
  if (code === null) throw new UsageError(`Name one of: ${CONSENT_CODES.join(', ')}.`)
  const { title, meaning, actor, causes, remedies } = consentCodeText[code]
  if (values.json === true) io.out(JSON.stringify({ code, title, meaning, actor, causes, remedies }))
  else
    io.out(
      [
        `${code}: ${title}`,
        '',
        meaning,
        consentActorText[actor],
        ...list('What can cause this', causes),
        ...list('What helps', remedies),
      ].join('\n'),
    )
  return EXIT.done
}

function readArguments(argv: readonly string[]) {
  try {
    const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'cannot read the options')
  }
}

function list(title: string, entries: readonly string[]): string[] {
  return ['', `${title}:`, ...entries.map((entry) => `  - ${entry}`)]
}
