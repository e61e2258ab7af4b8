/** What a selling operation answers. `details` absent from a 403 means a missing permission. */
export type Answer = { readonly status: AnswerStatus; readonly body: unknown; readonly errorType?: string; readonly note?: string }
export type AnswerStatus = 200 | 202 | 204 | 400 | 403 | 404 | 415 | 429

export function ok(body: unknown): Answer {
  return { status: 200, body }
}

export function badRequest(message: string, details = ''): Answer {
  return failure(400, 'InvalidInput', message, details, 'InvalidInputException')
}

export function notFound(message: string): Answer {
  return failure(404, 'NotFound', message, '', 'NotFoundException')
}

/** Empty details: the grant lacks the permission, or the account or marketplace is the wrong one. */
export function denied(details = '', note = 'permission'): Answer {
  return { ...failure(403, 'Unauthorized', 'Access to requested resource is denied.', details, 'AccessDeniedException'), note }
}

export function throttled(): Answer {
  return { ...failure(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.', '', 'QuotaExceeded'), note: 'throttled' }
}

function failure(status: AnswerStatus, code: string, message: string, details: string, errorType: string): Answer {
  return { status, body: { errors: [{ code, message, details }] }, errorType }
}
