import { err, ok, type Result } from '../../../shared/lib/result.ts'
import { findLink } from './arrivals.ts'

/** How the person, the demo or a test started the app. */
export interface ShellOptions {
  readonly dataDirectory: string | null
  readonly endpointsFile: string | null
  readonly passphraseFile: string | null
  readonly demo: boolean
  readonly clockUrl: string | null
  readonly hostName: 'electron' | 'electron-double'
  /** A link among the first launch's arguments. */
  readonly link: string | null
}

export interface Start {
  /** Whole argument list of the process; the system's and Chromium's own arguments are passed over. */
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly packaged: boolean
}

/**
 * Reads the start. A packaged app refuses other addresses and another clock, and a start by a link takes no option at
 * all: whoever writes a link must not choose where the app reads and sends.
 */
export function readOptions({ argv, env, packaged }: Start): Result<ShellOptions, string> {
  const given = packaged && argv.some((argument) => /^springline:/i.test(argument)) ? [] : argv
  const options: ShellOptions = {
    dataDirectory: valueOf(given, '--data-dir'),
    endpointsFile: valueOf(given, '--endpoints') ?? env['SPRINGLINE_ENDPOINTS'] ?? null,
    passphraseFile: valueOf(given, '--passphrase-file'),
    demo: given.includes('--demo'),
    clockUrl: env['SPRINGLINE_CLOCK_URL'] ?? null,
    hostName: !packaged && env['SPRINGLINE_HOST_NAME'] === 'electron-double' ? 'electron-double' : 'electron',
    link: findLink(argv),
  }
  const refusal = refusalOf(options, packaged)
  return refusal === null ? ok(options) : err(refusal)
}

function refusalOf({ endpointsFile, clockUrl, demo, dataDirectory }: ShellOptions, packaged: boolean): string | null {
  if (packaged && endpointsFile !== null) return '--endpoints is for development; an installed Springline talks to Amazon only.'
  if (packaged && clockUrl !== null) return 'SPRINGLINE_CLOCK_URL is for development; an installed Springline uses the computer’s clock.'
  if (demo && dataDirectory === null) return '--demo needs a --data-dir of its own, so that it never touches real history.'
  return null
}

/** `--name value` or `--name=value`; null when it is missing. */
function valueOf(argv: readonly string[], name: string): string | null {
  const joined = argv.find((argument) => argument.startsWith(`${name}=`))
  if (joined !== undefined) return joined.slice(name.length + 1)
  const at = argv.indexOf(name)
  return at < 0 ? null : (argv[at + 1] ?? null)
}
