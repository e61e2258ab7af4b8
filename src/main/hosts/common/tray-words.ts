import type { TrayState } from '../../core/ports/notifier.ts'

/** At most this many accounts stand in the menu. Our choice. */
const MOST_ACCOUNTS = 5

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** One line for tooltip and menu head: "2 need you, data to 14 Sep". */
export function traySummary({ tone, needYou, dataTo, paused }: TrayState): string {
  const head = paused ? 'paused' : toneWords(tone, needYou)
  const day = dataTo === null ? null : shortDay(dataTo)
  return day === null ? head : `${head}, data to ${day}`
}

/** The menu's account lines: name and what to do. */
export function trayAttention({ attention }: TrayState): readonly { readonly accountId: string; readonly label: string }[] {
  return attention.slice(0, MOST_ACCOUNTS).map(({ accountId, name, action }) => ({ accountId, label: `${name}: ${actionWord(action)}` }))
}

function toneWords(tone: TrayState['tone'], needYou: number): string {
  if (needYou > 0) return needYou === 1 ? '1 needs you' : `${needYou} need you`
  if (tone === 'offline') return 'offline'
  return tone === 'working' ? 'syncing' : 'all holding'
}

function shortDay(day: string): string | null {
  const [, month = '', date = ''] = day.split('-')
  const word = MONTHS[Number(month) - 1]
  return word === undefined ? null : `${Number(date)} ${word}`
}

/** A click opens the account in the window, so an action that lies elsewhere reads as details. */
const WORDS: Readonly<Record<string, string>> = { reconnect: 'Reconnect', 'reconnect-ads': 'Reconnect ads', 'renew-now': 'Renew now' }

function actionWord(action: string): string {
  return WORDS[action] ?? 'See details'
}
