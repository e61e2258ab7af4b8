import { daysBetween, type Day } from '../lib/days.ts'
import { drawFor, hashOf } from '../lib/random.ts'
import type { Product } from './products.ts'
import type { Channel } from './world.ts'

/** Something Amazon objects to about a listing. */
export type ListingIssue = {
  readonly code: string
  readonly message: string
  readonly severity: 'ERROR' | 'WARNING' | 'INFO'
  readonly attributeNames: readonly string[]
  readonly category: string
}

const KINDS: readonly ListingIssue[] = [
  {
    code: '90220',
    message: "'size' is required but missing.",
    severity: 'ERROR',
    attributeNames: ['size'],
    category: 'MISSING_ATTRIBUTE',
  },
  {
    code: '18027',
    message: 'The main image shows text that is not permitted for this product type.',
    severity: 'WARNING',
    attributeNames: ['main_product_image_locator'],
    category: 'INVALID_IMAGE',
  },
  {
    code: '99022',
    message: 'The value given for color is not one of the accepted ones.',
    severity: 'WARNING',
    attributeNames: ['color', 'color#1.value'],
    category: 'INVALID_ATTRIBUTE',
  },
  { code: '13013', message: 'Nothing was changed.', severity: 'INFO', attributeNames: [], category: 'CONFLICT' },
]

/** Length of a run of days over which a listing's issues stay as they are. */
const RUN_DAYS = 9

/** Issues of a product on a day: most have none, some one or two, for nine days at a time. */
export function issuesOn(channel: Channel, product: Product, today: Day): readonly ListingIssue[] {
  const run = Math.floor((daysBetween('2020-01-01', today) + (hashOf(`${channel.key} issues ${product.sku}`) % RUN_DAYS)) / RUN_DAYS)
  const draw = drawFor(channel.seed, channel.key, 'issues', product.sku, run)
  return KINDS.filter((kind) => draw() < (kind.severity === 'ERROR' ? 0.03 : 0.08))
}
