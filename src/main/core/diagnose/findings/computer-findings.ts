import type { GrantSeen, Observations } from '../../../../shared/contract/diagnosis/observations.ts'
import { NO_FACTS, type Finding } from '../finding.ts'
import { LEAST_FREE_BYTES } from '../policy.ts'

/** Disk, database and vault of this computer. */
export function computerFindings(observed: Observations): readonly Finding[] {
  return [...diskFindings(observed), ...observed.grants.flatMap((one) => vaultFindings(one))]
}

function diskFindings({ computer }: Observations): readonly Finding[] {
  const { freeBytes, writing, database } = computer
  const isFull = writing === 'storage-full' || (freeBytes !== null && freeBytes < LEAST_FREE_BYTES)
  if (isFull) return [{ ...here('storage-full'), facts: { freeBytes } }]
  return writing === 'storage' || database === 'failing' ? [here('storage-trouble')] : []
}

function vaultFindings({ family, state, vault, lost, elsewhere, asked }: GrantSeen): readonly Finding[] {
  if (state.kind === 'disconnected') return lost ? [{ ...here('credentials-lost'), family, known: 'concluded' }] : []
  if (vault === 'locked') return [{ ...here('vault-locked'), family }]
  if (vault === 'storage') return [{ ...here('storage-trouble'), family }]
  if (vault === 'missing' || vault === 'unreadable' || asked?.cause === 'credentials-lost') return [{ ...here('credentials-lost'), family }]
  return elsewhere === true ? [{ ...here('other-endpoint'), family }] : []
}

function here(cause: Finding['cause']): Finding {
  return { cause, step: 'computer', family: null, known: 'observed', facts: NO_FACTS }
}
