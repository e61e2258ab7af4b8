import { z } from 'zod'
import { diagnosis } from './diagnosis/diagnosis.ts'
import { accountId, accountKind, apiFamily, attemptId, channelId, dayRange, dayText, keepMonths, noticeId, region } from './scalars.ts'
import { appView, noticesView, settingsView } from './views/app.ts'
import { attemptView, invitationsView, reconnectPreview } from './views/attempt.ts'
import { accountDetailView, activityView, backfillView, coverageView, dayEvidenceView } from './views/channel-detail.ts'
import { channelsView } from './views/channels.ts'
import { findingsView, rereadView } from './views/findings.ts'
import { privateAppsView } from './views/private-apps.ts'
import { adsReport, productsReport, profitReport, salesReport, settlementsReport } from './views/reports.ts'
import { vendorForecastReport } from './views/vendor-forecast.ts'
import { vendorOrdersReport } from './views/vendor-orders.ts'
import { vendorReport } from './views/vendor-report.ts'

const nothing = z.strictObject({})
const done = z.object({})
/** What deleting on purpose takes away: marketplace days and rows. */
const forgotten = z.object({ days: z.number().int(), rows: z.number().int() })
const inRange = z.strictObject({ channelId, ...dayRange })

/** Text a person pasted as a credential: never logged, never echoed. */
const pasted = z.string().trim().min(8).max(4096)

/** Day on which the client secret was made, if the person knows. */
const secretIssuedOn = dayText.nullable().optional()
/** A private app's client id, as Amazon writes it. */
const clientId = z.string().trim().min(8).max(256)
const invitation = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) })

/** Every call that may cross into the core: name, parameters, result. One table, three carriers. */
export const calls = {
  'app.read': { params: nothing, result: appView },
  'channels.list': { params: nothing, result: channelsView },
  'accounts.detail': { params: z.strictObject({ accountId }), result: accountDetailView },
  'accounts.rename': { params: z.strictObject({ accountId, name: z.string().trim().min(1).max(80) }), result: done },
  'accounts.pause': { params: z.strictObject({ accountId, paused: z.boolean() }), result: done },
  'accounts.disconnect': { params: z.strictObject({ accountId }), result: done },
  'coverage.read': { params: inRange, result: coverageView },
  'coverage.day': { params: z.strictObject({ channelId, day: dayText }), result: dayEvidenceView },
  'backfill.read': { params: z.strictObject({ accountId }), result: backfillView },
  'activity.read': {
    params: z.strictObject({ accountId: accountId.nullable(), limit: z.number().int().min(1).max(500) }),
    result: activityView,
  },
  /** `ask` false: from stored evidence alone. */
  'diagnose.run': { params: z.strictObject({ accountId, ask: z.boolean() }), result: diagnosis },
  'diagnose.bundle': {
    params: z.strictObject({ accountId, names: z.boolean() }),
    result: z.object({ fileName: z.string(), text: z.string() }),
  },
  'attempts.preview': { params: z.strictObject({ accountId, family: apiFamily }), result: reconnectPreview },
  'attempts.begin': {
    params: z.strictObject({
      accountId: accountId.nullable(),
      family: apiFamily,
      kind: accountKind,
      region,
      country: z.string().length(2),
      surface: z.enum(['default', 'browser']),
    }),
    result: attemptView,
  },
  'attempts.read': { params: z.strictObject({ id: attemptId }), result: attemptView },
  'attempts.cancel': { params: z.strictObject({ id: attemptId }), result: done },
  'attempts.decide': {
    params: z.strictObject({ id: attemptId, choice: z.enum(['try-again', 'use-other', 'add-new', 'discard']) }),
    result: attemptView,
  },
  'attempts.paste': { params: z.strictObject({ id: attemptId, text: z.string().trim().min(10).max(8192) }), result: attemptView },
  'invitations.read': { params: nothing, result: invitationsView },
  'invitations.accept': { params: invitation, result: attemptView },
  'invitations.refuse': { params: invitation, result: done },
  'privateApps.list': { params: nothing, result: privateAppsView },
  'privateApps.replaceSecret': {
    params: z.strictObject({ clientId, clientSecret: pasted, issuedOn: dayText.nullable() }),
    result: z.object({ accounts: z.array(accountId) }),
  },
  'connect.privateApp': {
    params: z.strictObject({
      kind: accountKind,
      region,
      sellingPartnerId: z
        .string()
        .trim()
        .regex(/^[A-Za-z0-9.:-]{3,64}$/),
      clientId,
      clientSecret: pasted,
      refreshToken: pasted,
      name: z.string().trim().min(1).max(80).nullable(),
      /** Vendor accounts: their Vendor Central countries, because Amazon lists none. */
      countries: z.array(z.string().length(2)).max(12).optional(),
      secretIssuedOn,
    }),
    result: z.object({ accountId, identity: z.enum(['proven', 'not-proven']) }),
  },
  'connect.ads': {
    params: z.strictObject({ region, clientId, clientSecret: pasted, refreshToken: pasted, secretIssuedOn }),
    result: z.object({ accounts: z.array(accountId) }),
  },
  'sync.now': { params: z.strictObject({ accountId: accountId.nullable() }), result: done },
  'findings.list': { params: z.strictObject({ limit: z.number().int().min(1).max(500) }), result: findingsView },
  /** Refused documents, of one dataset or of all, read again without asking Amazon. */
  'documents.reread': {
    params: z.strictObject({
      dataset: z
        .string()
        .regex(/^[a-z0-9-]{1,64}$/)
        .nullable(),
    }),
    result: rereadView,
  },
  'reports.sales': { params: inRange, result: salesReport },
  'reports.profit': { params: inRange, result: profitReport },
  'reports.ads': { params: inRange, result: adsReport },
  'reports.products': { params: inRange.extend({ on: dayText.optional() }), result: productsReport },
  'reports.vendor': { params: inRange, result: vendorReport },
  /** The newest forecast, whatever days are looked at. */
  'reports.vendorForecast': { params: z.strictObject({ channelId }), result: vendorForecastReport },
  'reports.vendorOrders': { params: inRange, result: vendorOrdersReport },
  'reports.settlements': { params: inRange, result: settlementsReport },
  'notices.list': { params: nothing, result: noticesView },
  'notices.seen': { params: z.strictObject({ ids: z.array(noticeId).max(200) }), result: done },
  'settings.read': { params: nothing, result: settingsView },
  'settings.write': { params: settingsView.omit({ keepMonths: true }).partial().strict(), result: settingsView },
  'keeping.preview': { params: z.strictObject({ keepMonths }), result: forgotten },
  'keeping.choose': { params: z.strictObject({ keepMonths }), result: forgotten },
  /** Deletes an account and all that is stored of it; its name is asked for once more, so that nothing goes by a slip. */
  'accounts.purge': {
    params: z.strictObject({ accountId, name: z.string().trim().min(1).max(80) }),
    result: forgotten.extend({ wiped: z.boolean() }),
  },
} as const

export type Calls = typeof calls
export type CallName = keyof Calls
export type CallParams<Name extends CallName> = z.input<Calls[Name]['params']>
export type CallInput<Name extends CallName> = z.output<Calls[Name]['params']>
export type CallResult<Name extends CallName> = z.output<Calls[Name]['result']>
