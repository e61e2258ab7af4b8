import { DAILY_MS } from '../../../shared/domain/back-off.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
export const DAY_MS = 86_400_000

/** An access credential is used up this long before Amazon ends it, so that no call starts with one that ends on its way. */
export const ACCESS_MARGIN_MS = MINUTE

/** The second renewal that decides about a refused grant happens this long after the first (design §5: two to four minutes). */
export const CONFIRM_FROM_MS = 2 * MINUTE
export const CONFIRM_UNTIL_MS = 4 * MINUTE
/** Kept clear of both ends, so that a late timer or a clock's correction stays inside. */
export const CONFIRM_MARGIN_MS = 10 * SECOND

/**
 * An outage of the login that shows no failure since the first refusal holds the decision up this long at most: with the next
 * renewal after it, who must reconnect hears of it within a quarter of an hour. Where every grant there is dead no success ends it.
 */
export const OUTAGE_HOLDS_MS = 10 * MINUTE

/** The consent pages close after this long (design §5: ten-minute limit of the popup). */
export const CONSENT_LIMIT_MS = 10 * MINUTE

/** A credential in quarantine waits this long for the person's choice, or for Amazon to answer after a restart. */
export const QUARANTINE_LIMIT_MS = 24 * HOUR

/** How often unfinished attempts are looked at again, and refused datasets' age is read. */
export const UPKEEP_EVERY_MS = 5 * MINUTE

/** A refused dataset is asked about again once a day. */
export const REPROBE_AFTER_MS = DAILY_MS

/** Tries of an identity call while Amazon throttles or stumbles; the consent itself cannot be repeated without the person. */
export const IDENTITY_TRIES = 3
export const IDENTITY_WAIT_MS = 5 * SECOND
/** Longest wait for one throttled identity call: getMarketplaceParticipations refills one per 62 s (docs/amazon.md §3.2). */
export const IDENTITY_LONGEST_WAIT_MS = 65 * SECOND

/** Links longer than this are not ours; operating systems cut or refuse longer ones. */
export const CALLBACK_MAX_LENGTH = 8192
/** A hand-off the broker accepts is never longer (wire schema of *redeem*). */
export const HANDOFF_MAX_LENGTH = 4096
export const TICKET_MAX_LENGTH = 1024

/** A decision that came due while the app was closed is asked for this soon after the start. */
export const CONFIRM_LATE_MS = 10 * SECOND

/** What Amazon asked for is forgotten after this long: a whole authorization should take ten minutes (docs/amazon.md §1.1). */
export const INVITATION_LIMIT_MS = 10 * MINUTE
/** More at once are no person's doing; the oldest gives way. Our choice. */
export const MOST_INVITATIONS = 3
