import type { AttemptView } from '../../../../shared/contract/views/attempt.ts'
import type { CommandContext } from './command.ts'
import { ask } from './ask.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { printJson } from './print.ts'

const LOOK_EVERY_MS = 250

/** Says the code to compare, waits for Amazon's answer and answers the exit code: 0 connected, 3 the person is still needed. */
export async function followAttempt(context: CommandContext, begun: AttemptView): Promise<ExitCode> {
  context.io.err(`Check that the page shows this code before you go on: ${begun.shortCode}`)
  return finish(context, await waitForEnd(context, begun))
}

async function waitForEnd({ app, io }: CommandContext, begun: AttemptView): Promise<AttemptView> {
  let view = begun
  while (view.stage === 'before' || view.stage === 'at-amazon' || view.stage === 'checking') {
    if (io.signal.aborted) {
      await ask(app, 'attempts.cancel', { id: view.id })
      return { ...view, stage: 'failed', failure: 'closed' }
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    const next = await ask(app, 'attempts.read', { id: view.id })
    if (next.ok) view = next.value
  }
  return view
}

function finish(context: CommandContext, view: AttemptView): ExitCode {
  const { stage, accountId, failure, foundIdentity, access } = view
  if (context.json) printJson(context, { stage, accountId, failure, foundIdentity, access })
  else if (stage === 'result') context.io.out('Connected again. Missed days are fetched by the next sync.')
  else if (stage === 'wrong-account') context.io.out('That was a different account. Nothing was changed.')
  else context.io.out(`Not connected (${failure ?? 'ended'}). Nothing was changed.`)
  return stage === 'result' ? EXIT.done : EXIT.needsPerson
}
