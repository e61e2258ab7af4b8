const HIDDEN = '[hidden]'

/** What no log line may hold: secrets of Amazon's login and of the broker, and anything that names a person. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // Amazon's access and refresh credentials, also with the bar percent-encoded.
  [/\bAtz[a-z](?:\||%7C)[A-Za-z0-9_.~+/=%-]+/gi, HIDDEN],
  // Client ids, client secrets, sellers' hashed ids.
  [/\bamzn1\.[A-Za-z0-9_.~-]+/gi, HIDDEN],
  // Signed or encrypted compact texts: three or five base64url parts.
  [/\beyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){2,4}/g, HIDDEN],
  [/\bBearer\s+[A-Za-z0-9_.~+/=|%-]+/gi, `Bearer ${HIDDEN}`],
  [
    /((?:^|[?&#\s"'{,;])"?(?:spapi_oauth_code|code|state|amazon_state|access_token|refresh_token|client_secret|handoff|verifier|code_verifier|ticket|sealed|passphrase|password|X-Amz-Signature|X-Amz-Credential|X-Amz-Security-Token)"?\s*[=:]\s*"?)(?!\[hidden\])[^\s&"',;}]+/gi,
    `$1${HIDDEN}`,
  ],
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g, HIDDEN],
]

/** Hides whatever looks like a secret or an e-mail address. Doing it twice equals once. */
export function redact(text: string): string {
  return SHAPES.reduce((rest, [shape, instead]) => rest.replace(shape, instead), text)
}

/** Facts under these names are never written, whatever they look like. */
const SECRET_NAMES = /token|secret|passphrase|password|verifier|ticket|handoff|sealed|cookie|authorizationHeader/i

export function redactFact(name: string, value: string | number | boolean | null): string | number | boolean | null {
  if (typeof value !== 'string') return value
  return SECRET_NAMES.test(name) ? HIDDEN : redact(value)
}
