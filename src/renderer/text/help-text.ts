import { appHelp } from './help/app-help.ts'
import { attemptHelp } from './help/attempt-help.ts'
import { consentHelp } from './help/consent-help.ts'
import type { HelpPage } from './help/help-page.ts'
import { permissionHelp } from './help/permission-help.ts'

/** Every page of the offline help, keyed by the code that leads to it. */
export const helpText = { ...permissionHelp, ...attemptHelp, ...consentHelp, ...appHelp }
export type HelpTopic = keyof typeof helpText

/** Sections of the help's first page. */
export const helpSections: readonly { readonly title: string; readonly topics: readonly HelpTopic[] }[] = [
  { title: 'Permissions', topics: topicsOf(permissionHelp) },
  { title: 'While connecting', topics: topicsOf(attemptHelp) },
  { title: 'Codes on Amazon’s own page', topics: topicsOf(consentHelp) },
  { title: 'Amazon, the app and this computer', topics: topicsOf(appHelp) },
]

/** The page of a code, where there is one. */
export function helpTopicOf(code: string | null | undefined): HelpTopic | null {
  return code !== null && code !== undefined && Object.hasOwn(helpText, code) ? (code as HelpTopic) : null
}

export function helpPage(topic: HelpTopic): HelpPage {
  return helpText[topic]
}

function topicsOf(pages: object): HelpTopic[] {
  return Object.keys(pages).flatMap((key) => helpTopicOf(key) ?? [])
}
