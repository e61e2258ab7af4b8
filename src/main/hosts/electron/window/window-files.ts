import type { StaticFiles } from '../../common/static-files.ts'
import { isOwnAddress } from '../app-scheme.ts'
import { windowHeaders } from '../../common/window-headers.ts'

const WINDOW_HEADERS = windowHeaders(null)

/** Answers one request of the `app` scheme. The path is looked up as it stands: nothing is joined, decoded or normalised. */
export async function answerWindowRequest(files: StaticFiles, request: Pick<Request, 'url' | 'method' | 'headers'>): Promise<Response> {
  const refusal = refusalOf(request)
  if (refusal !== null) return refuse(refusal)
  const file = await files(new URL(request.url).pathname)
  if (file === null) return refuse(404)
  return new Response(request.method === 'HEAD' ? null : file.body, { headers: { ...WINDOW_HEADERS, 'Content-Type': file.type } })
}

/** Our own address, a reading method, and nobody else's page asking. */
function refusalOf({ url, method, headers }: Pick<Request, 'url' | 'method' | 'headers'>): number | null {
  if (!isOwnAddress(url)) return 404
  if (method !== 'GET' && method !== 'HEAD') return 405
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin' || site === 'none' ? null : 403
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: WINDOW_HEADERS })
}
