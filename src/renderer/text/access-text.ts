import type { AccessAnswer } from '../../shared/domain/access.ts'

export const accessText: Readonly<Record<AccessAnswer, string>> = {
  granted: 'granted',
  refused: 'refused, role missing',
  'not-yet-proven': 'not yet proven',
}
