import type { HelpPage } from './help-page.ts'

/** Pages about permissions and who may give them. */
export const permissionHelp = {
  'reconnect-required': {
    title: 'Reconnect required',
    meaning:
      'Amazon refused to renew the selling permission two times, some minutes apart. Springline stopped asking. History stays readable.',
    causes: [
      'The permission is a year old and ended.',
      'Somebody removed the app in Seller Central or Vendor Central.',
      'The user who gave the permission lost their rights or was removed.',
      'Amazon changed something about the account.',
    ],
    remedies: [
      'Choose Reconnect and sign in as a user who may authorize apps.',
      'For a client’s account, ask the client’s main user to sign in.',
    ],
  },
  'ads-reconnect-required': {
    title: 'Ads reconnect required',
    meaning: 'Amazon refused to renew the advertising permission two times. Selling data goes on.',
    causes: [
      'The advertising permission is a year old and ended.',
      'The user who gave it lost access to the advertising account.',
      'Somebody removed the app under Login with Amazon.',
    ],
    remedies: ['Choose Reconnect ads and sign in as a user who can see the advertising account.'],
  },
  lapsed: {
    title: 'The yearly permission ended',
    meaning: 'Amazon gives a permission for one year. This one was given more than 365 days ago.',
    causes: ['Nobody renewed it in time.'],
    remedies: [
      'Reconnect. It takes about two minutes, and the missed days are fetched by themselves.',
      'Next time Springline reminds you 30, 14, 7, 3 and 1 days before.',
    ],
  },
  'withdrawn-or-changed': {
    title: 'Amazon no longer accepts the permission',
    meaning: 'Amazon refused two renewals of a permission that is younger than a year. Amazon does not say why.',
    causes: [
      'The app was removed in Seller Central, Vendor Central or Login with Amazon.',
      'The user who gave the permission lost their rights.',
      'Amazon withdrew the permission for a reason of its own.',
    ],
    remedies: ['Reconnect as a user who may authorize apps.', 'If it is refused again, look at Manage Your Apps in Seller Central.'],
  },
  'permission-missing': {
    title: 'A role is missing',
    meaning: 'The permission works, but Amazon refuses one or more datasets.',
    causes: [
      'The app did not ask for the role when the permission was given.',
      'The account does not have the programme the dataset belongs to, for example a registered brand.',
      'A user’s rights were reduced.',
    ],
    remedies: ['Access names every refused dataset and its role.', 'Give the permission again as a user who has that role.'],
  },
  'access-reduced': {
    title: 'Access reduced',
    meaning: 'The permission works for some datasets and is refused for others. The others go on.',
    causes: ['A role is missing.', 'The account does not take part in the programme behind the dataset.'],
    remedies: ['Open Access to see which dataset needs which role.', 'Springline asks again once a day and resumes by itself.'],
  },
  'wrong-account': {
    title: 'That was a different account',
    meaning: 'The sign-in at Amazon belonged to another seller or vendor account than the one to reconnect. Nothing was changed.',
    causes: [
      'The browser or the window was still signed in as somebody else.',
      'The user has several accounts and the other one was chosen.',
    ],
    remedies: [
      'Try again; the sign-in window starts fresh each time.',
      'Use the new permission for the other account if it is in Springline too.',
      'Add it as a new channel if it is not.',
    ],
  },
  refused: {
    title: 'Amazon did not give the permission',
    meaning: 'The consent page ended with a refusal.',
    causes: [
      'The user may not authorize apps for this account.',
      'The consent was declined.',
      'The account or the app is not open for this country.',
    ],
    remedies: ['Sign in as the account’s main user, or as a user with the right to manage apps.'],
  },
  'expiring-soon': {
    title: 'Expiring soon',
    meaning: 'The permission works and will end on a known date.',
    causes: ['Amazon’s permissions last one year.', 'The client secret of an own private app works for 180 days.'],
    remedies: [
      'Renew now. The old permission goes on until the new one is proven.',
      'For a client secret: make a new one at Amazon, then choose Replace secret in the channel’s settings.',
    ],
  },
  'ads-not-connected': {
    title: 'Ads not connected',
    meaning: 'Advertising is a permission of its own and was never given. Nothing is wrong.',
    causes: ['It was skipped, or the account does not advertise.'],
    remedies: ['Connect advertising from the channel’s menu when you want those figures.'],
  },
  disconnected: {
    title: 'Disconnected',
    meaning: 'Syncing was stopped by a person. History stays here and readable.',
    causes: ['Somebody chose Disconnect.'],
    remedies: ['Reconnect to go on; only the missed days are fetched.'],
  },
  unknown: {
    title: 'Amazon refused without saying why',
    meaning: 'Amazon’s answer carried no reason Springline knows.',
    causes: ['Nothing finer was observed.'],
    remedies: ['Try again in some minutes.', 'If it stays, reconnect.'],
  },
} as const satisfies Readonly<Record<string, HelpPage>>
