import type { Fix } from '../../../shared/domain/cause.ts'
import type { Actor } from '../../../shared/domain/status.ts'

/** What to do, as one sentence. */
export const fixText: Readonly<Record<Fix, string>> = {
  'check-network': 'Check cable, Wi-Fi or VPN. Springline goes on by itself when the network is back.',
  'sign-in-to-network': 'Open any page in your browser and sign in to the network. Springline goes on by itself.',
  'allow-amazon-hosts': 'Ask whoever runs this network to let Amazon’s addresses through. Help lists them.',
  'check-certificates': 'A security product or proxy opens encrypted connections. Ask whoever runs it to leave Amazon’s addresses alone.',
  'set-clock': 'Let the operating system set the time by itself.',
  'free-space': 'Free some space on this disk. What is stored stays whole; syncing goes on by itself.',
  'check-disk': 'Check the disk and the rights on the data folder. What is stored stays readable.',
  'unlock-vault': 'Unlock the system’s key store, or start Springline with its passphrase.',
  'restore-endpoints': 'Start Springline with the addresses the permission was obtained at, or reconnect at the present ones.',
  wait: 'Nothing. Springline asks again by itself.',
  'tell-publisher': 'The publisher of the app has to replace its key. Reconnecting does not help.',
  'replace-client-secret': 'Make a new client secret at Amazon and enter it under Settings. The permission stays.',
  'check-own-app': 'Check your private app at Amazon, and enter its present client secret under Settings.',
  connect: 'Connect the account again.',
  reconnect: 'Reconnect: sign in at Amazon as a user of this account and agree.',
  'reconnect-ads': 'Reconnect advertising: sign in at Amazon as a user who sees its advertising.',
  'connect-ads': 'Connect advertising, if you want its figures. Everything else works without it.',
  'open-central': 'Open Seller Central or Vendor Central; Amazon says there what it wants.',
  'ask-for-role': 'Ask for the permission again: the app gets the missing role with a new consent. Access names it.',
  'ask-for-profile': 'Give the advertising user access to the profile, or connect advertising as another user.',
  'report-problem': 'Save the bundle and send it to the publisher. Other datasets go on meanwhile.',
  resume: 'Resume syncing.',
}

/** Who must act, as a person reads it. */
export const actorText: Readonly<Record<Actor, string>> = {
  nobody: 'Nobody',
  you: 'You, on this computer',
  'you-or-client': 'A user of this account who may authorize apps',
  client: 'An administrator of this account at Amazon',
  amazon: 'Amazon',
  publisher: 'The publisher of the app',
}
