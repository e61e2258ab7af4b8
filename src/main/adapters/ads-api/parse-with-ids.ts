/**
 * Parses JSON whose ids may exceed 2^53: a bare number under one of these names becomes text before it is parsed, so
 * no digit is lost. Inside a JSON string every quote is escaped, so such a text can never look like a name.
 */
export function parseWithIds(text: string, names: readonly string[]): unknown {
  const bareId = new RegExp(`("(?:${names.join('|')})"\\s*:\\s*)(-?\\d+)(?=\\s*[,}\\]])`, 'g')
  try {
    return JSON.parse(text.replace(bareId, '$1"$2"'))
  } catch {
    return undefined
  }
}
