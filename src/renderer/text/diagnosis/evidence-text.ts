import type { EvidenceLine } from '../../../shared/contract/diagnosis/diagnosis.ts'
import { own } from '../own.ts'

type Told = (facts: EvidenceLine['facts']) => string

const family = (facts: EvidenceLine['facts']): string => (facts['family'] === 'advertising' ? 'Advertising permission' : 'Permission')

const lines: Readonly<Record<string, Told>> = {
  consented: (facts) => `${family(facts)} given`,
  'secret-known': () => 'Client secret entered',
  'refused-first': () => 'Amazon refused a renewal',
  'refused-second': () => 'A second renewal was refused too',
  'key-refused': () => 'Amazon refused the key of the app',
  disconnected: () => 'Disconnected here',
  'renewed-now': (facts) => `${family(facts)} renewed`,
  'asked-again': () => 'Asked once more',
  answered: ({ call }) => `Amazon answered: ${callWord(call)}`,
  'call-refused': ({ call }) => `Amazon refused: ${callWord(call)}`,
  host: ({ host, outcome }) => `${String(host)}: ${own(outcomes, String(outcome)) ?? String(outcome)}`,
  'run-failed': ({ dataset }) => `${String(dataset)} could not be taken`,
  'dataset-refused': ({ dataset, role }) => `${String(dataset)} refused; needs ${String(role)}`,
  others: ({ fine, total, sameKey }) =>
    `${String(fine)} of ${String(total)} other accounts fine${sameKey === 'works' ? ', with the same app key' : ''}`,
  kept: ({ source, times }) => `On record: ${String(source)}${typeof times === 'number' && times > 1 ? `, ${times} times` : ''}`,
}

const outcomes: Readonly<Record<string, string>> = {
  answered: 'answered',
  down: 'answered with an error of its own',
  portal: 'a sign-in page answered instead',
  proxy: 'a proxy wants a password',
  dns: 'its name was not found',
  refused: 'the connection was refused',
  unreachable: 'not reachable',
  cut: 'the connection was cut',
  'connect-timeout': 'no connection in time',
  tls: 'the certificate is not to be trusted',
  'not-reached': 'not reached',
  'no-answer': 'no answer in time',
}

const calls: Readonly<Record<string, string>> = {
  participations: 'the account’s marketplaces',
  listings: 'the account’s listings',
  'purchase-orders': 'its purchase orders',
  profiles: 'its advertising profiles',
}

function callWord(call: string | number | null | undefined): string {
  return own(calls, String(call)) ?? String(call)
}

/** What a line of evidence says; a code without words stands as it is. */
export function evidenceText({ what, facts }: EvidenceLine): string {
  return own(lines, what)?.(facts) ?? what
}
