import { createBackfillMemory } from '../../../../src/main/core/channels/backfill-memory.ts'
import { expect, test } from 'vitest'
import type { AccountHealth as ShownHealth } from '../../../../src/main/core/channels/health-shape.ts'
import type { Snapshot } from '../../../../src/main/core/channels/snapshot.ts'
import { computeHealth } from '../../../../src/main/core/health/compute-health.ts'
import { wellness } from './builders.ts'

test('health reads what the screens are computed from, and is what they show', () => {
  const around = wellness(['acme'])
  const fromScreens = ({ accounts, channels, authorizations, access, facts }: Snapshot): readonly ShownHealth[] =>
    computeHealth({ ...around, accounts, channels, authorizations, access, facts })
  const snapshot: Snapshot = {
    now: around.now,
    accounts: around.accounts,
    channels: around.channels,
    authorizations: around.authorizations,
    access: [],
    facts: [],
    memory: createBackfillMemory(),
  }
  expect(fromScreens(snapshot)).toHaveLength(1)
})
