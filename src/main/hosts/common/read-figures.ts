import figuresFile from '../../../../resources/figures.json' with { type: 'json' }
import { figures, type Figures } from '../../../shared/contract/figures.ts'

/** Amazon's hosts and marketplaces, checked once at start. */
export function readFigures(): Figures {
  return figures.parse(figuresFile)
}
