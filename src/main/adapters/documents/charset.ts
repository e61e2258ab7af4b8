/** Charsets in the order they are tried, as the platform's decoder names them. */
export type Charset = 'utf-8' | 'shift_jis' | 'windows-1252'

const LABELS: Readonly<Record<string, Charset>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  cp1252: 'windows-1252',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  'windows-31j': 'shift_jis',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
}

/**
 * Strict UTF-8 comes first whatever the label says: other text is next to never valid UTF-8 by chance, while one-byte
 * charsets accept anything and would turn a wrongly labelled document into rubbish without a word. Then the label, then
 * what the marketplace's old files are in.
 */
export function charsetsToTry(label: string | null, country: string): readonly Charset[] {
  const told = label === null ? undefined : LABELS[label]
  const old: Charset = country === 'JP' ? 'shift_jis' : 'windows-1252'
  return [...new Set<Charset>(['utf-8', ...(told ? [told] : []), old])]
}
