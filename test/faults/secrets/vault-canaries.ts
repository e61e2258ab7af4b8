import { realpathSync, readFileSync } from 'node:fs'
import { openVault } from '../../../src/main/adapters/vault/open-vault.ts'
import type { VaultEntry } from '../../../src/main/core/ports/vault.ts'
import { Secret } from '../../../src/shared/lib/secret.ts'
import { fieldsOf } from '../../conformance/models.ts'
import type { CanaryBook } from './canary-book.ts'

/** Opens the vault as its owner can, and learns what it keeps: none of it may stand anywhere in the clear. Answers how many entries. */
export async function noteVault(book: CanaryBook, data: string, passphraseFile: string): Promise<number> {
  const passphrase = new Secret(readFileSync(passphraseFile, 'utf8').trim())
  const vault = await openVault({ dataDirectory: realpathSync(data), key: { kind: 'passphrase', passphrase } })
  if (!vault.ok) throw new Error(vault.error)
  const keys = await vault.value.keys()
  for (const key of keys) {
    const entry = await vault.value.read(key)
    if (!entry.ok || entry.value === null) throw new Error('the vault could not be read')
    for (const [what, secret] of secretsOf(entry.value)) book.add(what, secret)
  }
  return keys.length
}

function secretsOf(entry: VaultEntry): (readonly [what: string, text: string])[] {
  switch (entry.kind) {
    case 'attempt':
      return [
        ['verifier', entry.verifier.reveal()],
        ['ticket', entry.ticket.reveal()],
      ]
    case 'device-key':
      return [entry.signing, entry.sealing].map((key) => ['device key', String(fieldsOf(JSON.parse(key.reveal()))['d'])] as const)
    case 'credential':
      return entry.credential.way === 'broker'
        ? [['sealed credential', entry.credential.sealed.reveal()]]
        : [
            ['client secret', entry.credential.clientSecret.reveal()],
            ['refresh credential', entry.credential.refresh.reveal()],
          ]
  }
}
