import { isStetJson } from './stet-json.ts'

/** MIME types of what can be imported; 'application/json' is Stet's own story file. */
export type CopyType = 'text/plain' | 'text/html' | 'text/markdown' | 'application/json'

/** Only the head is looked at: what a text is shows there, and a long text must not cost. */
const HEAD = 20_000

const NAMED: readonly { readonly ending: RegExp; readonly type: CopyType }[] = [
  { ending: /\.x?html?$/i, type: 'text/html' },
  { ending: /\.(?:md|markdown|mdown)$/i, type: 'text/markdown' },
  { ending: /\.json$/i, type: 'application/json' },
]

const HTML_START =
  /^(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|meta|article|div|p|h[1-6]|section|main|table|ul|ol|b|span|figure)\b[^>]{0,2000}>/i
const MARKDOWN_SIGNS: readonly RegExp[] = [
  /^#{1,6} +\S/m,
  /^(?:>|[*+-]|\d{1,3}[.)]) +\S/m,
  /\*\*[^\s*][^*\n]{0,200}\*\*/,
  /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\/|#)[^)\s]{1,500}\)/,
  /!\[[^\]\n]{0,300}\]\([^)\s]{0,500}/,
  /^ {0,3}(?:```|~~~)/m,
]

/**
 * What a text is, by its content first where that leaves no doubt (Stet's own JSON, a whole HTML page), else by its
 * file name, else by the signs of Markdown: a heading at the top, or two different signs.
 */
export function copyType(text: string, name: string): CopyType {
  if (isStetJson(text)) return 'application/json'
  const head = text.slice(0, HEAD).trimStart()
  if (HTML_START.test(head) && /<\/[a-z][a-z0-9]{0,20}\s*>/i.test(text)) return 'text/html'
  const named = NAMED.find((row) => row.ending.test(name))
  if (named !== undefined && named.type !== 'application/json') return named.type
  if (/\.(?:txt|text|wire)$/i.test(name)) return 'text/plain'
  if (/^#{1,2} +\S/.test(head)) return 'text/markdown'
  return MARKDOWN_SIGNS.filter((sign) => sign.test(head)).length >= 2 ? 'text/markdown' : 'text/plain'
}
