import type { Cause } from '../../../shared/domain/cause.ts'
import type { ApiFamily } from '../../../shared/domain/region.ts'
import type { Facts } from '../cause-text.ts'

/** What a title may be told with. */
export interface TitleQuestion {
  readonly family: ApiFamily | null
  readonly facts: Facts
  readonly date: (at: number) => string
  readonly span: (ms: number) => string
}

type Told = (question: TitleQuestion) => string

const permission = (family: ApiFamily | null): string => (family === 'advertising' ? 'advertising permission' : 'permission')

/** The verdict as a headline: one cause, never finer than what was observed. */
const titles: Readonly<Record<Cause, Told>> = {
  offline: () => 'This computer is offline',
  'captive-portal': () => 'This network wants you to sign in first',
  'network-blocks-amazon': () => 'This network does not let Amazon through',
  'certificate-untrusted': () => 'Something on this network answers in Amazon’s place',
  'clock-wrong': ({ facts, span }) =>
    typeof facts['offMs'] === 'number'
      ? `This computer’s clock is ${span(Math.abs(facts['offMs']))} off`
      : 'This computer’s clock is wrong',
  'storage-full': () => 'The disk is full',
  'storage-trouble': () => 'The disk refuses to write',
  'vault-locked': () => 'The store of keys is locked',
  'credentials-lost': ({ family }) => `The stored ${permission(family)} is no longer on this computer`,
  'other-endpoint': ({ family }) => `The ${permission(family)} was obtained at other addresses`,
  'broker-trouble': () => 'The publisher’s key service does not answer as it should',
  'amazon-outage': () => 'Amazon has an outage',
  'amazon-trouble': () => 'Amazon answers with errors of its own',
  'application-key-refused': () => 'Amazon refuses the key of the app',
  'application-key-ended': ({ facts, date }) =>
    typeof facts['secretEndsAt'] === 'number'
      ? `The key of the app ended on ${date(facts['secretEndsAt'])}`
      : 'The key of the app has ended',
  'application-not-allowed': () => 'Amazon does not allow the app to do this',
  'never-connected': ({ family }) => `This account has no ${permission(family)} in force`,
  'grant-lapsed': ({ family, facts, date }) =>
    typeof facts['endsAt'] === 'number'
      ? `The yearly ${permission(family)} ran out on ${date(facts['endsAt'])}`
      : `The yearly ${permission(family)} ran out`,
  'grant-withdrawn-or-changed': ({ family }) => `Amazon no longer accepts the ${permission(family)}`,
  'wrong-account': ({ family }) => `The ${permission(family)} belongs to another account`,
  'wrong-region': () => 'Amazon serves this account in another region',
  'account-problem': () => 'Amazon holds this account back',
  'marketplace-not-active': ({ facts }) => `The account is not active in ${named(facts['countries'], 'a marketplace')}`,
  'permission-missing': ({ facts }) => `Amazon refuses ${named(facts['datasets'], 'some datasets')}`,
  'ads-profile-missing': ({ facts }) => `The advertising user sees no profile for ${named(facts['countries'], 'this account')}`,
  'ads-not-connected': () => 'Advertising is not connected',
  'request-refused': () => 'Amazon does not accept one of Springline’s requests',
  'document-changed': ({ facts }) => `Amazon changed the shape of ${named(facts['datasets'], 'a report')}`,
  throttled: () => 'Amazon’s limit is used up for now',
  'amazon-prepares': () => 'Amazon takes long to prepare a report',
  paused: () => 'You paused this account',
}

/** The headline of a verdict; null means that nothing is wrong. */
export function causeTitle(cause: Cause | null, question: TitleQuestion): string {
  return cause === null ? 'Nothing is wrong' : titles[cause](question)
}

function named(value: string | number | null | undefined, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}
