import type { Instant, NoticeId } from '../../../shared/domain/ids.ts'
import type { Notice } from '../../../shared/domain/notice.ts'

export interface NoticeStore {
  /** Posts unless a notice with this key stands; answers whether it is new. */
  post(notice: Notice): Promise<boolean>
  withdraw(key: string, at: Instant): Promise<readonly NoticeId[]>
  markSeen(ids: readonly NoticeId[], at: Instant): Promise<void>
  newest(limit: number): Promise<readonly Notice[]>
  /** Notices neither withdrawn nor replaced. */
  standing(): Promise<readonly Notice[]>
}
