import { z } from 'zod'
import { calls } from '../../../../shared/contract/calls.ts'
import { failure } from '../../../../shared/contract/failures.ts'
import { err, ok } from '../../../../shared/lib/result.ts'
import type { App } from '../../../core/app-surface.ts'
import { callControl, CONTROL_CALLS, type ControlCall } from '../control-pipe.ts'

/**
 * The reading app of a command, with the diagnosis left to the app that runs on the same directory: probes then use its
 * credentials and its quota, once. Where nobody answers (an app without the pipe, one that just ended), the command's own
 * app answers as it can.
 */
export function besideRunningApp(own: App, dataDirectory: string): App {
  return {
    ...own,
    dispatch: async (name, params) => {
      const call = CONTROL_CALLS.find((one) => one === name)
      const told = call === undefined ? null : readAnswer(call, await callControl(dataDirectory, call, params))
      return told ?? own.dispatch(name, params)
    },
  }
}

const answer = z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), error: failure })])

/** Null when the answer is none that this version understands. */
function readAnswer(call: ControlCall, text: string | null): Awaited<ReturnType<App['dispatch']>> | null {
  const read = answer.safeParse(parse(text))
  if (!read.success) return null
  if (!read.data.ok) return err(read.data.error)
  const value = calls[call].result.safeParse(read.data.value)
  return value.success ? ok(value.data) : null
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
