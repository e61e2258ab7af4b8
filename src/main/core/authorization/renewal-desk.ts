import type { AccountId, AuthorizationId } from '../../../shared/domain/ids.ts'
import type { LoginTrouble } from '../../../shared/domain/trouble.ts'
import type { AuthorizationPorts } from './authorization-ports.ts'
import type { BackOff } from './back-off.ts'
import type { Confirmations } from './confirmations.ts'
import type { EvidenceBook } from '../ports/evidence-book.ts'
import type { LoginWeather } from './login-weather.ts'

/** What renewals of all authorizations share. */
export interface RenewalDesk {
  readonly ports: Pick<AuthorizationPorts, 'clock' | 'random' | 'log' | 'vault' | 'login' | 'stores'>
  readonly backOffs: Map<AuthorizationId, BackOff>
  readonly weather: LoginWeather
  readonly evidence: EvidenceBook
  readonly confirmations: Confirmations
  /** What the newest failed renewal of each authorization met with; gone once one goes well. */
  readonly met: Map<AuthorizationId, LoginTrouble>
  readonly onChange: (accountId: AccountId) => void
}
