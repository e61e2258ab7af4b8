import type { Clock } from '../../src/main/core/ports/clock.ts'
import type { Crank } from './crank.ts'

/** Where a process dies: at the n-th lasting step that counts, before or after the step took effect. */
export interface Death {
  readonly atStep: number
  readonly when: 'before' | 'after'
  /** Which steps count, as `port.method`; without it, every lasting step. */
  readonly only?: RegExp
}

/** One run of the process. Once dead, none of its calls comes back and none of its timers fires. */
export interface Life {
  readonly clock: Clock
  readonly fetch: typeof fetch
  isDead(): boolean
  kill(): void
  /** What the process answers, or a rejection if it dies before it does. */
  outlive<Value>(answer: Promise<Value>): Promise<Value>
  /** From now on steps are counted, and the given one is the last. */
  arm(death: Death): void
  /** Lasting steps since `arm`, by name. */
  steps(): readonly string[]
  /**
   * The same port, but its calls count as under way and end with this life. `lasting`: steps a crash may fall on;
   * `atOnce`: methods that answer without a promise.
   */
  port<Target extends object>(name: string, target: Target, lasting?: readonly string[], atOnce?: readonly string[]): Target
}

/** `cut`: true while the machine has no network. */
export function createLife(crank: Crank, cut: () => boolean): Life {
  const pending = new Map<symbol, string>()
  const taken: string[] = []
  let death: Death | null = null
  let dead = false
  const never = <Value>() => new Promise<Value>(() => undefined)
  const forget = crank.watch(() => [...pending.values()])
  let mourn: () => void = () => undefined
  const died = new Promise<never>((_, reject) => {
    mourn = () => reject(new Error('the process died'))
  })
  died.catch(() => undefined)
  const kill = () => {
    dead = true
    mourn()
    pending.clear()
    forget()
  }

  /** Runs one call of this life; its answer is lost once the life is over. */
  async function live(name: string, call: () => unknown): Promise<unknown> {
    if (dead) return never()
    const mark = Symbol(name)
    pending.set(mark, name)
    try {
      const answer = await call()
      return dead ? never() : answer
    } catch (error) {
      return dead ? never() : await Promise.reject(error)
    } finally {
      pending.delete(mark)
    }
  }

  async function step(name: string, call: () => unknown): Promise<unknown> {
    if (death === null || !(death.only?.test(name) ?? true)) return call()
    taken.push(name)
    if (taken.length !== death.atStep) return call()
    if (death.when === 'after') await call()
    kill()
    return never()
  }

  return {
    clock: { ...crank.clock, timer: (delayMs, call) => crank.clock.timer(delayMs, () => dead || call()) },
    fetch: async (input, init) => {
      if (cut()) throw new TypeError('fetch failed', { cause: Object.assign(new Error('no network'), { code: 'ENETUNREACH' }) })
      return (await live('fetch', () => fetch(input, init))) as Response
    },
    isDead: () => dead,
    kill,
    outlive: (answer) => Promise.race([answer, died]),
    arm: (next) => {
      taken.length = 0
      death = next
    },
    steps: () => taken,
    port: (name, target, lasting = [], atOnce = []) =>
      new Proxy(target, {
        get: (from, key) => {
          const member: unknown = Reflect.get(from, key)
          if (typeof member !== 'function' || typeof key !== 'string') return member
          if (atOnce.includes(key)) return (...args: readonly unknown[]): unknown => Reflect.apply(member, from, args)
          const label = `${name}.${key}`
          return (...args: readonly unknown[]): unknown => {
            const call = () => Reflect.apply(member, from, args)
            return live(label, () => (lasting.includes(key) ? step(label, call) : call()))
          }
        },
      }),
  }
}
