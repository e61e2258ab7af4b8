import { gunzipSync, gzipSync } from 'node:zlib'
import type { Dataset } from '../../../src/main/datasets/dataset.ts'
import { plantInJson } from './plant-in-json.ts'
import { plantInTable } from './plant-in-table.ts'

export interface Planting {
  readonly datasets: readonly Dataset[]
  readonly make: () => string
  /** Also plants where the data is taken: then the search must find it. */
  readonly through: boolean
}

/** A fetch that answers as Amazon does, with buyer data planted in every document and every page of data. */
export function plantingFetch(send: typeof fetch, planting: Planting, planted: (kind: 'table' | 'json') => void): typeof fetch {
  return async (input, init) => {
    const answer = await send(input, init)
    const path = new URL(input instanceof Request ? input.url : input).pathname
    if (answer.status !== 200 || !isData(path, init?.method)) return answer
    const body = Buffer.from(await answer.arrayBuffer())
    const isPacked = body[0] === 0x1f && body[1] === 0x8b
    const changed = plantIn(isPacked ? gunzipSync(body) : body, answer.headers.get('content-type') ?? '', planting, planted)
    const headers = new Headers(answer.headers)
    headers.set('content-type', (headers.get('content-type') ?? '').replace(/charset=[^;]*/, 'charset=UTF-8'))
    headers.delete('content-length')
    return new Response(Uint8Array.from(isPacked ? gzipSync(changed) : changed), { status: 200, headers })
  }
}

/** Documents and pages of data; what steers (reports, profiles, tokens) is left alone. */
function isData(path: string, method = 'GET'): boolean {
  return (
    path.startsWith('/documents/') ||
    (method === 'GET' && path.startsWith('/selling-') && !path.includes('/reports/2021') && !path.includes('/dataKiosk/'))
  )
}

function plantIn(
  bytes: Uint8Array,
  contentType: string,
  { datasets, make, through }: Planting,
  planted: (kind: 'table' | 'json') => void,
): Buffer {
  const text = new TextDecoder(charsetOf(contentType)).decode(bytes)
  if (/^\s*[[{]/.test(text)) {
    planted('json')
    return Buffer.from(text.trim().includes('\n{') ? linesOf(text, make) : JSON.stringify(plantInJson(JSON.parse(text), make)))
  }
  planted('table')
  return Buffer.from(plantInTable(text, datasets, { make, through }))
}

/** JSON of one object a line. */
function linesOf(text: string, make: () => string): string {
  return text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : JSON.stringify(plantInJson(JSON.parse(line), make))))
    .join('\n')
}

function charsetOf(contentType: string): string {
  if (/cp1252/i.test(contentType)) return 'windows-1252'
  return /shift_jis/i.test(contentType) ? 'shift_jis' : 'utf-8'
}
