import { brand } from '../../../shared/lib/brand.ts'
import type { NoticeId } from '../../../shared/domain/ids.ts'
import type { Notice } from '../../../shared/domain/notice.ts'
import { noticeWords } from '../../../shared/text/notice-text.ts'
import type { NoticePorts } from './notice-ports.ts'
import type { NoticeDecision, NoticeDraft } from './notice-question.ts'

/** Does what was decided: first the store, which knows whether a notice is new, then the person's screen. */
export async function postNotices(ports: NoticePorts, decision: NoticeDecision): Promise<boolean> {
  const { notices } = ports.stores
  let isChanged = false
  for (const key of decision.withdraw) {
    const gone = await notices.withdraw(key, ports.clock.now())
    ports.notifier.withdraw(key)
    isChanged ||= gone.length > 0
  }
  for (const key of decision.hush) ports.notifier.withdraw(key)
  for (const draft of decision.post) {
    const notice = describe(ports, draft)
    const isNew = await notices.post(notice)
    if (isNew && !draft.quiet) show(ports, notice)
    isChanged ||= isNew
  }
  return isChanged
}

function describe({ clock, random }: NoticePorts, { key, code, accountId, channelId, facts }: NoticeDraft): Notice {
  return {
    key,
    code,
    accountId,
    channelId,
    facts,
    id: brand<NoticeId>(random.id('ntc')),
    postedAt: clock.now(),
    seenAt: null,
    withdrawnAt: null,
  }
}

function show({ notifier, settings }: NoticePorts, notice: Notice): void {
  if (settings.read().notices && notifier.supported()) notifier.show(notice, noticeWords(notice))
}
