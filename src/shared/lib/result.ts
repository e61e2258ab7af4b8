/** Expected trouble is a value: either what was asked for, or a closed error. */
export type Result<Value, Trouble> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Trouble }

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function err<Trouble>(error: Trouble): { readonly ok: false; readonly error: Trouble } {
  return { ok: false, error }
}
