/** Scheme and only origin of our own window. */
export const APP_SCHEME = 'app'
export const APP_HOST = 'springline'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Told to Electron before it is ready. No `corsEnabled`, no `bypassCSP`: nobody else may read our window's files. */
export const APP_PRIVILEGES = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
} as const satisfies Electron.CustomScheme

/** Exact comparison of scheme and host; a prefix, a port or a user name makes it somebody else's address. */
export function isOwnAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
}
