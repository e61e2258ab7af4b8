import type { Status } from '../../shared/domain/status.ts'

/** A channel's status, from the closed list, worst first. */
export type StatusCode = Status

/** Hue answers one question: who must act. */
export type Hue = 'hold' | 'work' | 'watch' | 'act' | 'elsewhere' | 'still'

/** Group of a list in which a status stands, in the order of the list. */
export const STATUS_GROUPS = ['needs-you', 'look-soon', 'working', 'elsewhere', 'fine', 'paused'] as const
export type StatusGroup = (typeof STATUS_GROUPS)[number]

export interface StatusText {
  readonly word: string
  /** Short form where the column already names the API family. */
  readonly columnWord: string
  readonly hue: Hue
  /** `act` is 600 in the act ink, `plain` 500 in ink, `calm` 400 in secondary ink. */
  readonly weight: 'act' | 'plain' | 'calm'
  readonly whoActs: string
  readonly group: StatusGroup
  /** The one action a detail page offers; absent where nothing is to be done. */
  readonly action?: string
  /** Its shorter word inside a row. */
  readonly rowAction?: string
  /** True where the row's action is the filled button. */
  readonly filled: boolean
}

export const statusText: Readonly<Record<StatusCode, StatusText>> = {
  'reconnect-required': {
    word: 'Reconnect required',
    columnWord: 'Reconnect required',
    hue: 'act',
    weight: 'act',
    whoActs: 'you, now',
    group: 'needs-you',
    action: 'Reconnect',
    rowAction: 'Reconnect',
    filled: true,
  },
  'ads-reconnect-required': {
    word: 'Ads reconnect required',
    columnWord: 'Reconnect required',
    hue: 'act',
    weight: 'act',
    whoActs: 'you, now',
    group: 'needs-you',
    action: 'Reconnect advertising',
    rowAction: 'Reconnect ads',
    filled: true,
  },
  'account-problem': {
    word: 'Account problem',
    columnWord: 'Account problem',
    hue: 'act',
    weight: 'act',
    whoActs: 'client, now',
    group: 'needs-you',
    action: 'Open Seller Central',
    rowAction: 'Open Seller Central',
    filled: false,
  },
  'publisher-problem': {
    word: 'Publisher problem',
    columnWord: 'Publisher problem',
    hue: 'elsewhere',
    weight: 'plain',
    whoActs: 'app vendor',
    group: 'elsewhere',
    action: 'What to do meanwhile',
    rowAction: 'What to do',
    filled: false,
  },
  'amazon-trouble': {
    word: 'Amazon trouble',
    columnWord: 'Amazon trouble',
    hue: 'elsewhere',
    weight: 'plain',
    whoActs: 'Amazon',
    group: 'elsewhere',
    action: 'Details',
    rowAction: 'Details',
    filled: false,
  },
  'access-reduced': {
    word: 'Access reduced',
    columnWord: 'Access reduced',
    hue: 'watch',
    weight: 'plain',
    whoActs: 'client admin',
    group: 'look-soon',
    action: 'See what is missing',
    rowAction: 'See missing',
    filled: false,
  },
  stale: {
    word: 'Stale',
    columnWord: 'Stale',
    hue: 'watch',
    weight: 'plain',
    whoActs: 'perhaps you',
    group: 'look-soon',
    action: 'Diagnose',
    rowAction: 'Diagnose',
    filled: false,
  },
  'expiring-soon': {
    word: 'Expiring soon',
    columnWord: 'Expiring soon',
    hue: 'watch',
    weight: 'plain',
    whoActs: 'you, by a date',
    group: 'look-soon',
    action: 'Renew now',
    rowAction: 'Renew now',
    filled: false,
  },
  delayed: {
    word: 'Delayed by Amazon',
    columnWord: 'Delayed by Amazon',
    hue: 'work',
    weight: 'plain',
    whoActs: 'nobody',
    group: 'working',
    action: 'Details',
    rowAction: 'Details',
    filled: false,
  },
  'catching-up': {
    word: 'Catching up',
    columnWord: 'Catching up',
    hue: 'work',
    weight: 'plain',
    whoActs: 'nobody',
    group: 'working',
    action: 'View progress',
    rowAction: 'View progress',
    filled: false,
  },
  'ads-not-connected': {
    word: 'Ads not connected',
    columnWord: 'not connected',
    hue: 'still',
    weight: 'calm',
    whoActs: 'your choice',
    group: 'fine',
    action: 'Connect advertising',
    filled: false,
  },
  paused: {
    word: 'Paused',
    columnWord: 'Paused',
    hue: 'still',
    weight: 'calm',
    whoActs: 'your choice',
    group: 'paused',
    action: 'Resume',
    rowAction: 'Resume',
    filled: false,
  },
  disconnected: {
    word: 'Disconnected',
    columnWord: 'Disconnected',
    hue: 'still',
    weight: 'calm',
    whoActs: 'your choice',
    group: 'paused',
    action: 'Reconnect',
    rowAction: 'Reconnect',
    filled: false,
  },
  connected: {
    word: 'Connected',
    columnWord: 'Connected',
    hue: 'hold',
    weight: 'calm',
    whoActs: 'nobody',
    group: 'fine',
    filled: false,
  },
  demo: {
    word: 'Demo',
    columnWord: 'Demo',
    hue: 'still',
    weight: 'calm',
    whoActs: 'sample',
    group: 'fine',
    action: 'Connect real account',
    rowAction: 'Connect real account',
    filled: false,
  },
}

/** Title of a list group, and the lower-case words of its filter chip. */
export const groupText: Readonly<Record<StatusGroup, { readonly title: string; readonly chip: string; readonly sign: StatusCode }>> = {
  'needs-you': { title: 'Needs you', chip: 'need you', sign: 'reconnect-required' },
  'look-soon': { title: 'Look soon', chip: 'look soon', sign: 'expiring-soon' },
  working: { title: 'Working', chip: 'working', sign: 'catching-up' },
  elsewhere: { title: 'Elsewhere', chip: 'elsewhere', sign: 'amazon-trouble' },
  fine: { title: 'Fine', chip: 'fine', sign: 'connected' },
  paused: { title: 'Paused', chip: 'paused', sign: 'paused' },
}
