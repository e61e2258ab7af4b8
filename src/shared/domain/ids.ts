import type { Brand } from '../lib/brand.ts'

/** A seller or vendor account in one region, as we number it. */
export type AccountId = Brand<string, 'AccountId'>
/** One account × API family. */
export type AuthorizationId = Brand<string, 'AuthorizationId'>
/** One account in one marketplace: a positive integer, because rows are clustered on it. */
export type ChannelId = Brand<number, 'ChannelId'>
export type AttemptId = Brand<string, 'AttemptId'>
export type RunId = Brand<string, 'RunId'>
export type NoticeId = Brand<string, 'NoticeId'>
/** Name of a dataset declaration, e.g. `orders`. */
export type DatasetId = Brand<string, 'DatasetId'>
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number
