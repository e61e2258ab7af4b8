import type { HelpPage } from './help-page.ts'

/** Pages about what is neither the person’s permission nor an attempt. */
export const appHelp = {
  'publisher-problem': {
    title: 'Publisher problem',
    meaning: 'Amazon refuses the key of the app itself. Every account is affected and no reconnect can help.',
    causes: ['The app’s key ended; such keys last 180 days.', 'Amazon suspended the app.'],
    remedies: [
      'The publisher has to act.',
      'Reports, exports and history work meanwhile.',
      'With a private app of your own: make a new client secret and connect it again.',
    ],
  },
  'application-credential-ended': {
    title: 'The app’s key was refused',
    meaning: 'Amazon refused the client id or client secret, not your permission.',
    causes: ['The client secret is older than 180 days.', 'It was replaced by a newer one.'],
    remedies: [
      'With a private app: enter the new client secret through Add channel. The history stays.',
      'Otherwise the publisher has to act.',
    ],
  },
  'amazon-trouble': {
    title: 'Amazon trouble',
    meaning: 'Several accounts fail at the same time, or Amazon answers with errors of its own.',
    causes: ['Amazon’s service has an outage.', 'A region of Amazon is slow or in maintenance.'],
    remedies: ['Wait. Syncing goes on by itself, and missed days are fetched afterwards.', 'Do not reconnect; it would not help.'],
  },
  'account-problem': {
    title: 'Account problem',
    meaning: 'Amazon holds the selling account back.',
    causes: ['Amazon asks for documents or a verification.', 'The account is suspended or deactivated.'],
    remedies: ['Open Seller Central; its front page says what is asked for.'],
  },
  stale: {
    title: 'Stale',
    meaning: 'Nothing was fetched for longer than this dataset’s limit, and nothing worse explains it.',
    causes: ['The computer was asleep or Springline was closed.', 'The network was down.', 'Amazon gave no report.'],
    remedies: ['Choose Sync now.', 'Activity says what the last requests answered.'],
  },
  delayed: {
    title: 'Delayed by Amazon',
    meaning: 'Amazon asked us to wait, or prepares a report longer than usual. This is no failure.',
    causes: ['The number of requests per hour is limited.', 'Amazon’s reports can take from minutes to hours.'],
    remedies: ['Nothing to do. Backfill says when the next look is.'],
  },
  'catching-up': {
    title: 'Catching up',
    meaning: 'Missed days are being fetched: what would otherwise be lost first, then the newest.',
    causes: ['The channel is new, or it was reconnected after a gap.'],
    remedies: ['Nothing to do. Reports stay readable and fill in as days arrive.'],
  },
  'days-lost': {
    title: 'Days are gone at Amazon',
    meaning: 'Amazon keeps some datasets for a limited time. These days were no longer offered when they could be fetched.',
    causes: ['The channel was without permission for longer than Amazon keeps the dataset.'],
    remedies: [
      'Nothing can bring them back from Amazon. Reports name them and leave them out.',
      'Reconnecting early keeps this from happening again.',
    ],
  },
  'storage-problem': {
    title: 'Storage needs a look',
    meaning: 'New days could not be written. What was stored is unchanged.',
    causes: ['The disk is full.', 'The data folder may not be written by this user.'],
    remedies: ['Make room or correct the rights of the data folder shown in Settings.'],
  },
  offline: {
    title: 'Offline',
    meaning: 'This computer cannot reach Amazon. Everything stored stays readable.',
    causes: ['The network is down.', 'A proxy, firewall or sign-in page of the network stands between.'],
    remedies: ['Check the network. Syncing resumes by itself.'],
  },
  'link-lost': {
    title: 'Connection to Springline was lost',
    meaning: 'This page cannot reach the Springline process on this computer.',
    causes: ['Springline was stopped or is restarting.'],
    remedies: ['The page connects again by itself.', 'If not, start Springline again.'],
  },
  'bad-request': {
    title: 'That could not be used',
    meaning: 'A value was not accepted.',
    causes: ['A field is empty, too long or has another form than expected.'],
    remedies: ['Check what was entered.'],
  },
  'not-found': {
    title: 'Not here any more',
    meaning: 'The channel, attempt or notice does not exist.',
    causes: ['It was removed, or an old link was opened.'],
    remedies: ['Go back to Channels.'],
  },
  busy: {
    title: 'Busy with that already',
    meaning: 'The same thing is being done at the moment.',
    causes: ['It was asked for twice.'],
    remedies: ['Wait a moment.'],
  },
  internal: {
    title: 'Springline could not do that',
    meaning: 'Something unexpected happened inside Springline. Stored days are never changed by it.',
    causes: ['A defect in Springline.'],
    remedies: ['Try once more, then restart Springline.'],
  },
} as const satisfies Readonly<Record<string, HelpPage>>
