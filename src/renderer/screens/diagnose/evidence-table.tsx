import type { ReactElement } from 'react'
import type { EvidenceLine } from '../../../shared/contract/diagnosis/diagnosis.ts'
import { evidenceText } from '../../text/diagnosis/evidence-text.ts'
import { useWords } from '../common/words.ts'

/** What the verdict rests on: when, what, and the id under which Amazon can find it. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly EvidenceLine[] }): ReactElement | null {
  const words = useWords()
  if (evidence.length === 0) return null
  return (
    <section aria-labelledby="evidence" className="pt-6">
      <h2 id="evidence" className="pb-1.5 text-section text-ink">
        Evidence
      </h2>
      <table className="figures w-full text-left">
        <thead className="sr-only">
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Request</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map((line, at) => (
            <tr key={at} className="border-b border-line align-top">
              <td className="w-36 py-2 pr-3 whitespace-nowrap text-ink-2">{words.dated(line.at)}</td>
              <td className="py-2 pr-3 text-ink">
                {evidenceText(line)}
                {line.said === null ? null : <span className="pl-2 font-mono text-small break-words text-ink-2">{line.said}</span>}
              </td>
              <td className="w-44 py-2 font-mono text-small break-all text-ink-2 select-text">
                {line.requestId === null ? 'own record' : `req ${line.requestId.slice(0, 13)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
