import type { NoticeCode } from '../../shared/domain/notice.ts'
import type { Facts } from './cause-text.ts'
import type { StatusCode } from './status-text.ts'

export interface NoticeText {
  readonly sign: StatusCode
  /** At most 40 characters; `name` is the channel's. */
  title(name: string): string
  /** At most 110 characters: cause, then consequence. */
  body(facts: Facts): string
}

/** Notices as the list and the toasts of this window say them. */
export const noticeText: Readonly<Record<NoticeCode, NoticeText>> = {
  'reconnect-required': {
    sign: 'reconnect-required',
    title: (name) => `${short(name)} needs you`,
    body: () => 'Amazon refused the selling permission twice. History stays; new days wait for a reconnect.',
  },
  'ads-reconnect-required': {
    sign: 'ads-reconnect-required',
    title: (name) => `${short(name)}: ads need you`,
    body: () => 'Amazon refused the advertising permission twice. Selling data goes on.',
  },
  'expiring-soon': {
    sign: 'expiring-soon',
    title: (name) => `${short(name)}: renew soon`,
    body: (facts) =>
      facts['ends'] === 'client-secret'
        ? `The client secret of your private app ${secretEnd(facts['daysLeft'])}.`
        : `The yearly ${familyOf(facts)}permission ${endText(facts['daysLeft'])}.`,
  },
  'access-reduced': {
    sign: 'access-reduced',
    title: (name) => `${short(name)}: access reduced`,
    body: () => 'Amazon refuses one or more datasets. The others go on.',
  },
  'publisher-problem': {
    sign: 'publisher-problem',
    title: () => 'The app’s own key is refused',
    body: () => 'Amazon refuses the key of the app. Nobody needs to reconnect; the publisher has to act.',
  },
  'account-problem': {
    sign: 'account-problem',
    title: (name) => `${short(name)}: account problem`,
    body: () => 'Amazon holds this account back. Seller Central says why.',
  },
  'amazon-trouble': {
    sign: 'amazon-trouble',
    title: () => 'Amazon has trouble',
    body: () => 'Several accounts fail at once. Nobody needs to reconnect; syncing goes on by itself.',
  },
  reconnected: {
    sign: 'connected',
    title: (name) => `${short(name)} is connected again`,
    body: (facts) => (typeof facts['days'] === 'number' ? `${facts['days']} days are on their way.` : 'The missed days are on their way.'),
  },
  'caught-up': {
    sign: 'connected',
    title: (name) => `${short(name)} has caught up`,
    body: () => 'Every missed day that Amazon still had is back.',
  },
  'days-lost': {
    sign: 'account-problem',
    title: (name) => `${short(name)}: days are gone`,
    body: (facts) => `${days(facts['days'])} left Amazon before they could be fetched. Reports name them.`,
  },
  digest: {
    sign: 'reconnect-required',
    title: () => 'Several channels changed',
    body: (facts) =>
      typeof facts['count'] === 'number'
        ? `${facts['count']} channels changed within ten minutes.`
        : 'Several channels changed within ten minutes.',
  },
  'storage-problem': {
    sign: 'stale',
    title: () => 'Storage needs a look',
    body: () => 'New days could not be written to the disk. Nothing stored was changed.',
  },
}

const NAME_ROOM = 18

function short(name: string): string {
  return name.length <= NAME_ROOM ? name : `${name.slice(0, NAME_ROOM - 1)}…`
}

function endText(left: string | number | null | undefined): string {
  if (typeof left !== 'number') return 'ends soon'
  return left <= 0 ? 'has ended' : `ends in ${days(left)}. Renewing takes about two minutes`
}

function secretEnd(left: string | number | null | undefined): string {
  if (typeof left !== 'number') return 'ends soon'
  return left <= 0 ? 'has ended' : `ends in ${days(left)}. Make a new one at Amazon and replace it here`
}

function familyOf({ family }: Facts): string {
  return family === 'selling' || family === 'advertising' ? `${family} ` : ''
}

function days(value: string | number | null | undefined): string {
  if (typeof value !== 'number') return 'some days'
  return value === 1 ? '1 day' : `${value} days`
}
