import type { Notice, NoticeCode } from '../domain/notice.ts'

/** Room on every desktop: longer texts are cut by some of them without a sign. */
export const TITLE_ROOM = 40
export const BODY_ROOM = 110

/** Room for an account's name in a title; the longest sentence around one takes the rest. */
const NAME_ROOM = 20

interface Words {
  readonly title: (name: string) => string
  /** Cause, then consequence. No amounts: a locked screen shows it too. */
  readonly body: (facts: Notice['facts']) => string
}

const words: Readonly<Record<NoticeCode, Words>> = {
  'reconnect-required': {
    title: (name) => `${name} needs you`,
    body: ({ cause }) =>
      cause === 'lapsed'
        ? 'The yearly permission ended. History stays; new days wait until you reconnect.'
        : 'Amazon refused the permission twice. History stays; new days wait until you reconnect.',
  },
  'ads-reconnect-required': {
    title: (name) => `${name}: ads need you`,
    body: ({ cause }) =>
      cause === 'lapsed'
        ? 'The yearly advertising permission ended. Selling figures keep coming.'
        : 'Amazon refused the advertising permission twice. Selling figures keep coming.',
  },
  'account-problem': {
    title: (name) => `${name}: account problem`,
    body: () => 'Amazon holds this account back. Seller Central says why; syncing goes on afterwards.',
  },
  'publisher-problem': {
    title: () => 'The key of the app is refused',
    body: () => 'Amazon refuses the key of the app itself. Nobody needs to reconnect; history stays readable.',
  },
  'amazon-trouble': {
    title: () => 'Amazon has trouble',
    body: ({ count }) => `${counted(count, 'account')} cannot be reached. Nobody needs to reconnect; syncing resumes by itself.`,
  },
  'access-reduced': {
    title: (name) => `${name}: access reduced`,
    body: () => 'Amazon refuses one or more datasets, because a role is missing. The others go on.',
  },
  'expiring-soon': { title: (name) => `${name}: renew soon`, body: (facts) => expiryBody(facts) },
  reconnected: {
    title: (name) => `${name} is connected again`,
    body: ({ days }) =>
      typeof days === 'number' && days > 0
        ? `${counted(days, 'day')} ${days === 1 ? 'is' : 'are'} on ${days === 1 ? 'its' : 'their'} way.`
        : 'No day is missing.',
  },
  'caught-up': { title: (name) => `${name} has caught up`, body: () => 'Every missed day that Amazon still had is back.' },
  'days-lost': {
    title: (name) => `${name}: days are gone`,
    body: ({ days }) => `${counted(days, 'dataset day')} left Amazon before being fetched. Reports name them.`,
  },
  digest: {
    title: () => 'Several accounts need a look',
    body: ({ count }) => `${counted(count, 'notice')} within ten minutes. Springline lists them, worst first.`,
  },
  'storage-problem': {
    title: () => 'New days cannot be stored',
    body: () => 'The disk did not take them. What is stored stays as it was.',
  },
}

/** Title and body of a notice outside the window; the account's name comes with its facts. */
export function noticeWords(notice: Pick<Notice, 'code' | 'facts'>): { readonly title: string; readonly body: string } {
  const { title, body } = words[notice.code]
  const { name } = notice.facts
  return { title: title(shorten(typeof name === 'string' ? name : 'A channel')), body: body(notice.facts) }
}

function expiryBody({ daysLeft, ends, family }: Notice['facts']): string {
  const what =
    ends === 'client-secret'
      ? 'The client secret of the private app'
      : `The yearly ${family === 'advertising' ? 'advertising ' : ''}permission`
  return `${what} ends ${when(daysLeft)}. Renewing takes about two minutes.`
}

function when(daysLeft: string | number | null | undefined): string {
  if (typeof daysLeft !== 'number') return 'soon'
  return daysLeft <= 0 ? 'today' : `in ${counted(daysLeft, 'day')}`
}

function counted(value: string | number | null | undefined, one: string): string {
  if (typeof value !== 'number') return `Some ${one}s`
  return value === 1 ? `1 ${one}` : `${value} ${one}s`
}

function shorten(name: string): string {
  const letters = Array.from(name)
  return letters.length <= NAME_ROOM
    ? name
    : `${letters
        .slice(0, NAME_ROOM - 1)
        .join('')
        .trimEnd()}…`
}
