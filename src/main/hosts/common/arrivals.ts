import type { App } from '../../core/app-surface.ts'

/** The app's own scheme: a constant, never put together from anything. */
export const SCHEME = 'springline'

/** Longer arguments are no link of ours. */
export const LONGEST_LINK = 8192

/** The one link among a process's arguments. The order of arguments means nothing; two links or a giant one mean none. */
export function findLink(argv: readonly string[]): string | null {
  const links = argv.filter((argument) => /^springline:/i.test(argument))
  const [link] = links
  return links.length === 1 && link !== undefined && link.length <= LONGEST_LINK ? link : null
}

export interface Arrivals {
  /** A link from the operating system: kept until the app is ready. */
  arrive(link: string): void
  connect(app: Pick<App, 'completeCallback'>): void
}

/** Each link is handed over once, in the order of arrival. */
export function createArrivals(onTrouble: () => void): Arrivals {
  const waiting: string[] = []
  let app: Pick<App, 'completeCallback'> | null = null
  const hand = (to: Pick<App, 'completeCallback'>, link: string) => void to.completeCallback(link).catch(onTrouble)
  return {
    arrive: (link) => {
      if (link.length > LONGEST_LINK) return
      if (app === null) waiting.push(link)
      else hand(app, link)
    },
    connect: (ready) => {
      app = ready
      for (const link of waiting.splice(0)) hand(ready, link)
    },
  }
}
