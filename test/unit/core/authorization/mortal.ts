/** A process that can be killed at its n-th lasting step, before or after the step's effect. */
export interface Life {
  readonly steps: () => number
  readonly isDead: () => boolean
  /** The same object, but its lasting steps count, and once dead every call of it waits for ever. */
  mortal<Target extends object>(target: Target, lasting: readonly (keyof Target & string)[]): Target
}

export interface Death {
  readonly atStep: number
  readonly when: 'before' | 'after'
}

export function createLife(death: Death | null): Life {
  let steps = 0
  let dead = false
  const never = () => new Promise<never>(() => undefined)
  const kill = () => {
    dead = true
    return never()
  }
  return {
    steps: () => steps,
    isDead: () => dead,
    mortal: (target, lasting) =>
      new Proxy(target, {
        get: (from, name) => {
          const member: unknown = Reflect.get(from, name)
          if (typeof member !== 'function') return member
          const call = (...args: readonly unknown[]): unknown => Reflect.apply(member, from, args)
          const isLasting = lasting.some((one) => one === name)
          return (...args: readonly unknown[]) => {
            if (dead) return never()
            if (!isLasting) return call(...args)
            steps += 1
            if (steps !== death?.atStep) return call(...args)
            if (death.when === 'before') return kill()
            return Promise.resolve(call(...args)).then(kill)
          }
        },
      }),
  }
}
