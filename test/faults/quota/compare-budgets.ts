import type { BudgetView } from '../../../src/shared/contract/views/channel-detail.ts'
import type { QuotaLevel } from '../../../src/stand-in/control/control.ts'
import type { Allowances } from './allowances.ts'

export interface BudgetGap {
  readonly account: string
  readonly operation: string
  readonly shown: number
  readonly truth: number
  /** Difference as a share of what can be saved up. */
  readonly share: number
}

/** What each account is shown beside what it really has; buckets that still have something to learn are left out. */
export function compareBudgets(
  truth: readonly QuotaLevel[],
  shown: ReadonlyMap<string, readonly BudgetView[]>,
  { hasToLearn }: Allowances,
): readonly BudgetGap[] {
  return truth.flatMap(({ account, operation, tokens, burst }) => {
    const budget = shown.get(account)?.find((one) => one.operation === operation)
    if (budget === undefined || (hasToLearn(operation) && budget.burst > burst)) return []
    return [{ account, operation, shown: budget.tokens, truth: tokens, share: Math.abs(budget.tokens - tokens) / burst }]
  })
}
