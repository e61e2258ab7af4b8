import { consentActorText, consentCodeText, type ConsentCode } from '../../../shared/text/consent-code-text.ts'
import type { HelpPage } from './help-page.ts'

/** The page that finds a code, and one page for each code that Amazon shows on its consent pages only. */
export const consentHelp: Readonly<Record<ConsentCode | 'consent-codes', HelpPage>> = {
  'consent-codes': {
    title: 'Amazon’s page showed a code',
    meaning:
      'Some refusals are shown on Amazon’s own page and nowhere else. Springline is not told about them: it only sees that the window was closed or that time ran out.',
    causes: [
      'The signed-in user may not authorize apps for this account.',
      'The app’s registration at Amazon is incomplete, a draft, or full.',
      'The account is of another kind than the one chosen here.',
    ],
    remedies: [
      'Enter the code from Amazon’s page here. Its page says who must act.',
      'Nothing stored was changed. Try again when it is settled.',
    ],
  },
  MD1000: pageOf('MD1000'),
  MD5101: pageOf('MD5101'),
  MD5110: pageOf('MD5110'),
  MD9100: pageOf('MD9100'),
  SPDC8143: pageOf('SPDC8143'),
  SPSA0404: pageOf('SPSA0404'),
  SPSA2043: pageOf('SPSA2043'),
  CONSENT_LIMIT_REACHED: pageOf('CONSENT_LIMIT_REACHED'),
}

function pageOf(code: ConsentCode): HelpPage {
  const { title, meaning, actor, causes, remedies } = consentCodeText[code]
  return { title: `${code}: ${title}`, meaning: `${meaning} ${consentActorText[actor]}`, causes, remedies }
}
