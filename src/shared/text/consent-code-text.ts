/** Codes that Amazon shows on its consent pages and nowhere else (docs/amazon.md §1.1). No answer ever brings one here. */
export const CONSENT_CODES = ['MD1000', 'MD5101', 'MD5110', 'MD9100', 'SPDC8143', 'SPSA0404', 'SPSA2043', 'CONSENT_LIMIT_REACHED'] as const
export type ConsentCode = (typeof CONSENT_CODES)[number]

/** Who can do something about it: somebody at the account, or whoever registered the app at Amazon. */
export type ConsentCodeActor = 'account' | 'publisher'

export interface ConsentCodeText {
  readonly title: string
  readonly meaning: string
  readonly actor: ConsentCodeActor
  readonly causes: readonly string[]
  readonly remedies: readonly string[]
}

const OWN_APP_HELPS = 'Until then, an own private app connects the account without this page.'

/** What each code means, who must act and what helps. Nothing stored is changed by any of them. */
export const consentCodeText: Readonly<Record<ConsentCode, ConsentCodeText>> = {
  MD1000: {
    title: 'The app is still a draft at Amazon',
    meaning: 'Amazon was asked to authorize an app that is not published, and the request did not say so.',
    actor: 'publisher',
    causes: ['The publisher’s app is a draft, and its broker does not mark it as one.', 'The publisher took the app back to draft.'],
    remedies: ['Tell the publisher the code MD1000. The broker marks a draft app with version=beta.', OWN_APP_HELPS],
  },
  MD5101: {
    title: 'Amazon does not know the way back',
    meaning: 'The address that Amazon should return to is not among those registered for the app.',
    actor: 'publisher',
    causes: ['The broker was moved to another address.', 'The app’s registration at Amazon names another return address.'],
    remedies: ['Tell the publisher the code MD5101. The broker’s callback address must be registered, letter for letter.', OWN_APP_HELPS],
  },
  MD5110: {
    title: 'The way back has a part Amazon does not take',
    meaning: 'The return address contains a # and what follows it, which Amazon refuses.',
    actor: 'publisher',
    causes: ['The broker’s address was written with a #.'],
    remedies: ['Tell the publisher the code MD5110. The broker’s address must end before any #.', OWN_APP_HELPS],
  },
  MD9100: {
    title: 'The app’s registration is incomplete',
    meaning: 'The log-in address or the return address is missing in the app’s registration at Amazon.',
    actor: 'publisher',
    causes: ['Only one of the two addresses was filled in. Amazon then stores neither, without a word.'],
    remedies: ['Tell the publisher the code MD9100. Both addresses must be filled in, both with https.', OWN_APP_HELPS],
  },
  SPDC8143: {
    title: 'This user may not authorize apps',
    meaning: 'The person signed in at Amazon is not the primary user of the account.',
    actor: 'account',
    causes: ['The sign-in belongs to a further user of the account.', 'The account’s primary user has changed.'],
    remedies: [
      'Ask the account’s primary user to sign in and give the permission.',
      'Seller Central names the primary user under Settings, User Permissions.',
    ],
  },
  SPSA0404: {
    title: 'The app is not for this kind of account',
    meaning: 'The app was registered for the other kind of account: sellers or vendors.',
    actor: 'account',
    causes: [
      'A vendor account was chosen for a seller connection, or the other way round.',
      'The publisher’s app serves only one of the two.',
    ],
    remedies: [
      'Add the channel as the kind of account it is: seller for Seller Central, vendor for Vendor Central.',
      'If the kind was right, tell the publisher the code SPSA0404: the app must be registered for it.',
    ],
  },
  SPSA2043: {
    title: 'The vendor group may not authorize apps',
    meaning: 'The user’s vendor group lacks the permission to manage apps, which Amazon calls SPDS-VC-MYA.',
    actor: 'account',
    causes: ['The permission was never given to this vendor group.', 'The sign-in belongs to another vendor group.'],
    remedies: [
      'Ask an administrator of Vendor Central to give the group the permission to manage apps.',
      'Sign in as a user of the vendor group that has it.',
    ],
  },
  CONSENT_LIMIT_REACHED: {
    title: 'The app has reached its number of accounts',
    meaning: 'An app that is not listed in Amazon’s store may be authorized by 25 seller accounts only.',
    actor: 'publisher',
    causes: ['The publisher’s app is not listed yet, and 25 sellers have given their permission.'],
    remedies: ['Tell the publisher the code CONSENT_LIMIT_REACHED. A listed app has no such limit.', OWN_APP_HELPS],
  },
}

/** What a person has to be told about who can act. */
export const consentActorText: Readonly<Record<ConsentCodeActor, string>> = {
  account: 'Somebody at the account has to act.',
  publisher: 'The publisher of the app has to act. There is nothing wrong with your account.',
}

/** The code in a text that a person typed or pasted from Amazon's page; null when there is none, or more than one. */
export function findConsentCode(text: string): ConsentCode | null {
  const letters = text.toUpperCase().replace(/[^A-Z0-9]+/g, ' ')
  const found = CONSENT_CODES.filter((code) => ` ${letters} `.includes(` ${code.replaceAll('_', ' ')} `))
  return found.length === 1 ? (found[0] ?? null) : null
}
