import type { ProductsReport } from '../../../shared/contract/views/reports.ts'

type Issues = ProductsReport['rows'][number]['issues']

/** Issues as the database spells them (`SEVERITY code attribute,attribute; …`), taken apart; null stays unknown. */
export function readIssues(text: string | null): Issues {
  if (text === null) return null
  if (text === '') return []
  return text.split('; ').map((issue) => {
    const [severity = '', code = '', attributes = ''] = issue.split(' ')
    return { severity, code, attributes: attributes === '' ? [] : attributes.split(',') }
  })
}
