import { ask } from './ask.ts'
import { UsageError, type Command, type CommandContext } from './command.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { followAttempt } from './follow-attempt.ts'
import { fail, printJson } from './print.ts'

const SCHEME = 'springline:'
/** Longer links are no link of ours. */
const LONGEST_LINK = 8000

/**
 * `springline open-link` without a running app: takes a link that began at Amazon, says what it asks for, and goes on
 * only with `--yes`. The operating system may be told to use this command for `springline:` links.
 */
export const openLinkCommand: Command = {
  name: 'open-link',
  usage: 'open-link URL [--yes]',
  summary: 'take a springline: link; the running app asks you, without one --yes goes on',
  options: { yes: { type: 'boolean' } },
  needs: 'write',
  async run(context) {
    const link = linkOf(context.positionals)
    await context.app.completeCallback(link)
    const waiting = await ask(context.app, 'invitations.read', {})
    if (!waiting.ok) return fail(context, waiting.error)
    const invitation = waiting.value.invitations.at(-1)
    if (invitation === undefined) return dropped(context)
    const { id, host, accountName, accountId, sellingPartnerId } = invitation
    if (context.values['yes'] !== true) {
      if (context.json) printJson(context, { asked: { host, accountId, sellingPartnerId } })
      else context.io.out(`${host} asks to renew ${accountName ?? sellingPartnerId}. Nothing was begun; add --yes to go on.`)
      return EXIT.needsPerson
    }
    const begun = await ask(context.app, 'invitations.accept', { id })
    return begun.ok ? followAttempt(context, begun.value) : fail(context, begun.error)
  },
}

function dropped(context: CommandContext): ExitCode {
  if (context.json) printJson(context, { error: { code: 'dropped', message: 'The link asks for nothing that Springline does.' } })
  else context.io.err('springline: the link asks for nothing that Springline does. Nothing was changed.')
  return EXIT.failed
}

/** The one link among a command's words. */
export function linkOf(positionals: readonly string[]): string {
  const [link, ...more] = positionals
  const isOurs = link !== undefined && more.length === 0 && link.startsWith(SCHEME) && link.length <= LONGEST_LINK && !/\s/.test(link)
  if (!isOurs) throw new UsageError('Give one springline: link.')
  return link
}
