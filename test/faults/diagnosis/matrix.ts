import type { Cause } from '../../../src/shared/domain/cause.ts'
import type { AccountName } from '../../builders/story-world.ts'
import type { FaultName } from './faults.ts'

/** Faults brought about in this order, and the cause that must be named first. `null`: nothing is wrong. */
export interface MatrixCase {
  readonly faults: readonly FaultName[]
  readonly first: Cause | null
  /** `stored`: the network is not asked at all. */
  readonly how: 'asked' | 'stored'
  readonly accounts: readonly AccountName[]
  readonly ads: boolean
}

const usual = { how: 'asked', accounts: ['nordlys'], ads: true } as const
const one = (first: Cause | null, ...faults: readonly FaultName[]): MatrixCase => ({ ...usual, first, faults })
const stored = (first: Cause | null, ...faults: readonly FaultName[]): MatrixCase => ({ ...usual, how: 'stored', first, faults })
const two: readonly AccountName[] = ['nordlys', 'halden']

/** The expected answers were written down from what each fault is, not from what the diagnosis says. */
export const MATRIX: readonly MatrixCase[] = [
  one(null, 'healthy'),
  { ...one(null, 'healthy'), accounts: two },
  { ...one('ads-not-connected', 'healthy'), accounts: ['acme-vendor'], ads: false },
  one('offline', 'offline'),
  one('offline', 'no names'),
  one('offline', 'all hang'),
  one('offline', 'all cut'),
  one('network-blocks-amazon', 'all refused'),
  one('network-blocks-amazon', 'selling host refused'),
  one('network-blocks-amazon', 'selling name not found'),
  one('captive-portal', 'portal redirect'),
  one('captive-portal', 'portal page'),
  one('certificate-untrusted', 'certificates replaced'),
  one('certificate-untrusted', 'login certificate replaced'),
  one('clock-wrong', 'clock behind'),
  one('clock-wrong', 'clock ahead'),
  one('storage-full', 'disk full'),
  one('credentials-lost', 'credential gone'),
  one('credentials-lost', 'vault spoiled'),
  one('other-endpoint', 'other addresses'),
  one('broker-trouble', 'broker refused'),
  one('broker-trouble', 'broker silent'),
  one('broker-trouble', 'broker cut'),
  one('amazon-outage', 'selling outage'),
  one('amazon-outage', 'selling errors'),
  one('amazon-outage', 'whole outage'),
  one('amazon-outage', 'login reset'),
  one('amazon-outage', 'login outage'),
  one('amazon-outage', 'selling hangs'),
  one('amazon-outage', 'selling host cut'),
  one('amazon-outage', 'selling host silent'),
  one('amazon-outage', 'ads outage'),
  one('amazon-trouble', 'false expiry for all'),
  one('application-key-refused', 'key refused'),
  one('application-key-refused', 'key ended at login'),
  one('application-key-ended', 'key ended at data'),
  one('never-connected', 'never finished'),
  one('grant-lapsed', 'year over'),
  one('grant-withdrawn-or-changed', 'withdrawn just now'),
  one('grant-withdrawn-or-changed', 'withdrawn'),
  one('grant-withdrawn-or-changed', 'ads withdrawn'),
  { ...one('grant-withdrawn-or-changed', 'withdrawn'), accounts: two },
  { ...one('grant-withdrawn-or-changed', 'withdrawn'), accounts: ['acme-vendor'], ads: false },
  { ...one('wrong-account', 'somebody else signed in'), accounts: two },
  one('account-problem', 'suspended'),
  one('account-problem', 'listings inactive'),
  one('marketplace-not-active', 'not participating'),
  one('permission-missing', 'no finance role'),
  one('permission-missing', 'no listing role'),
  one('ads-profile-missing', 'no ads profile'),
  { ...one('ads-not-connected', 'healthy'), ads: false },
  one('document-changed', 'document changed'),
  one('throttled', 'throttled'),
  one('amazon-prepares', 'reports never ready'),
  one('paused', 'paused'),
  stored(null, 'healthy'),
  stored('grant-withdrawn-or-changed', 'withdrawn'),
  stored('grant-lapsed', 'year over'),
  stored('permission-missing', 'no finance role', 'document changed'),
  stored('never-connected', 'never finished'),
  stored('paused', 'paused'),
  one('offline', 'withdrawn', 'offline'),
  one('captive-portal', 'no finance role', 'portal redirect'),
  one('certificate-untrusted', 'whole outage', 'certificates replaced'),
  one('clock-wrong', 'withdrawn', 'clock behind'),
  one('clock-wrong', 'key refused', 'clock ahead'),
  one('storage-full', 'selling outage', 'disk full'),
  one('storage-full', 'paused', 'disk full'),
  one('broker-trouble', 'no finance role', 'broker refused'),
  one('broker-trouble', 'withdrawn', 'broker silent'),
  one('amazon-outage', 'withdrawn', 'selling outage'),
  one('amazon-outage', 'no finance role', 'ads outage'),
  one('application-key-refused', 'no finance role', 'key refused'),
  one('application-key-refused', 'suspended', 'key refused'),
  one('grant-withdrawn-or-changed', 'no finance role', 'withdrawn'),
  one('grant-withdrawn-or-changed', 'no finance role', 'ads withdrawn'),
  one('grant-withdrawn-or-changed', 'withdrawn', 'paused'),
  one('account-problem', 'suspended', 'no ads profile'),
  one('marketplace-not-active', 'no finance role', 'not participating'),
  one('permission-missing', 'no finance role', 'paused'),
  one('permission-missing', 'no finance role', 'no ads profile'),
  { ...one('permission-missing', 'no finance role'), ads: false },
  one('ads-profile-missing', 'no ads profile', 'paused'),
  one('vault-locked', 'vault locked'),
  one('vault-locked', 'selling outage', 'vault locked'),
  one('storage-trouble', 'vault files broken'),
  one('storage-trouble', 'no finance role', 'vault files broken'),
  { ...one('application-not-allowed', 'own app not allowed'), ads: false },
  one('application-not-allowed', 'app not allowed'),
  { ...one('wrong-region', 'other region reached'), ads: false },
  { ...one('request-refused', 'requests cut short'), ads: false },
]
