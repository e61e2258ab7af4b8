import type { z } from 'zod'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import { type Result, err, ok } from '../../../shared/lib/result.ts'
import type { DeviceKeyEntry } from '../../core/ports/vault.ts'
import { openAnswer } from './open-answer.ts'
import { type BrokerReply, postToBroker } from './post-to-broker.ts'
import { signProof } from './sign-proof.ts'
import { type BrokerQuestion, sortBrokerFailure } from './sort-broker-failure.ts'
import type { LoginWorld } from './world.ts'

/** One request that a device must sign. `content`: the text its proof covers. */
export interface ProvenRequest<Answer> {
  readonly question: BrokerQuestion
  readonly origin: string
  readonly path: string
  readonly fields: object
  readonly content: string
  readonly device: DeviceKeyEntry
  readonly schema: z.ZodType<Answer>
  readonly signal: AbortSignal | undefined
}

/** Asks, and once more with the broker's own time when only this machine's clock was wrong. */
export async function askWithProof<Answer extends { nonce: string }>(
  world: LoginWorld,
  request: ProvenRequest<Answer>,
): Promise<Result<Answer, LoginTrouble>> {
  const first = await ask(world, request, world.clock.now())
  const time = first.reply.kind === 'refused' ? brokerTime(first.reply) : undefined
  const last = time === undefined ? first : await ask(world, request, time)
  if (last.reply.kind === 'no-answer') return err(last.reply.trouble)
  if (last.reply.kind === 'refused') return err(sortBrokerFailure(request.question, last.reply.failure, world.clock.now()))
  const { device, schema } = request
  const answer = await openAnswer(last.reply.body, { device, schema, nonce: last.nonce })
  return answer === undefined ? err(unreadable(request.question)) : ok(answer)
}

async function ask<Answer>(world: LoginWorld, request: ProvenRequest<Answer>, at: Instant): Promise<{ nonce: string; reply: BrokerReply }> {
  const nonce = world.random.base64url(world.random.bytes(16))
  const proof = await signProof(request.device, {
    method: 'POST',
    origin: request.origin,
    path: request.path,
    body: world.random.base64url(world.random.sha256(request.content)),
    at: Math.floor(at / 1000),
    nonce,
  })
  const { origin, path, signal } = request
  return { nonce, reply: await postToBroker({ fetch: world.fetch, origin, path, body: { ...request.fields, proof }, signal }) }
}

function brokerTime(reply: Extract<BrokerReply, { kind: 'refused' }>): Instant | undefined {
  const { failure, brokerTime: seconds } = reply.failure
  return failure === 'clock-wrong' && seconds !== undefined ? seconds * 1000 : undefined
}

function unreadable(question: BrokerQuestion): LoginTrouble {
  return { kind: 'amazon-trouble', evidence: `broker ${question}: unreadable answer`, tryAgainAt: null }
}
