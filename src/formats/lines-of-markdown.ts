import MarkdownIt, { type Token } from 'markdown-it'
import { MAX_LEVEL, type BlockKind } from '../domain/block-kind.ts'
import { plainSpans, type Marks, type Span } from '../domain/story-content.ts'
import { safeLink } from './safe-link.ts'
import { BLANK_LINE, cleanLine, type LineKind, type SourceLine } from './source-line.ts'

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/

/**
 * Markdown as source lines. A line end inside a paragraph stays in the spans as "\n" (settle-breaks.ts decides what it
 * was). Raw HTML is text here. Front matter comes first, line by line, its fences as furniture.
 */
export function linesOfMarkdown(markdown: string): readonly SourceLine[] {
  const front = FRONT_MATTER.exec(markdown)
  const out: SourceLine[] = []
  const add = (line: Partial<SourceLine>): void => {
    const clean = cleanLine({ ...BLANK_LINE, ...line })
    if (clean !== null) out.push(clean)
  }
  if (front !== null && /^[A-Za-z][\w -]{0,30}:/m.test(front[1] ?? '')) {
    add({ spans: plainSpans('---'), says: 'furniture' })
    for (const line of (front[1] ?? '').split('\n')) add({ spans: plainSpans(line), zone: 'header' })
    add({ spans: plainSpans('---'), says: 'furniture' })
    addBlocks(markdown.slice(front[0].length), add)
  } else addBlocks(markdown, add)
  return out
}

type Add = (line: Partial<SourceLine>) => void

function addBlocks(markdown: string, add: Add): void {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false })
  // Addresses stay as they were written.
  parser.normalizeLink = (address) => address
  const lists: ('bullet' | 'number')[] = []
  let quotes = 0
  let heading: LineKind | null = null
  let row: Span[] | null = null
  for (const token of parser.parse(markdown, {})) {
    if (token.type === 'bullet_list_open') lists.push('bullet')
    else if (token.type === 'ordered_list_open') lists.push('number')
    else if (token.type.endsWith('_list_close')) lists.pop()
    else if (token.type === 'blockquote_open') quotes++
    else if (token.type === 'blockquote_close') quotes--
    else if (token.type === 'heading_open') heading = headingKind(token.tag)
    else if (token.type === 'heading_close') heading = null
    else if (token.type === 'tr_open') row = []
    else if (token.type === 'tr_close') {
      if (row !== null) add({ spans: row })
      row = null
    } else if (token.type === 'hr') add({ kind: 'rule' })
    else if (token.type === 'fence' || token.type === 'code_block') {
      for (const line of token.content.split('\n')) add({ spans: plainSpans(line) })
    } else if (token.type === 'inline' && row !== null) {
      const cell = inlineSpans(token.children ?? [], add)
      if (row.length > 0 && cell.length > 0) row.push({ text: ' | ', marks: {} })
      row.push(...cell)
    } else if (token.type === 'inline') {
      const list = lists.at(-1)
      const kind: LineKind = heading ?? list ?? (quotes > 0 ? 'quote' : 'paragraph')
      const level = heading === null && list !== undefined ? Math.min(lists.length - 1, MAX_LEVEL) : 0
      const pictures: Partial<SourceLine>[] = []
      const spans = inlineSpans(token.children ?? [], (line) => pictures.push(line))
      add({ kind, level, spans })
      pictures.forEach(add)
    }
  }
}

function headingKind(tag: string): LineKind {
  return tag === 'h1' ? 'heading1' : tag === 'h2' ? 'heading2' : ('heading3' satisfies BlockKind)
}

function inlineSpans(tokens: readonly Token[], addPicture: Add): readonly Span[] {
  const out: Span[] = []
  let bold = 0
  let italic = 0
  const links: string[] = []
  for (const token of tokens) {
    const link = links.at(-1) ?? ''
    const marks: Marks = {
      ...(bold > 0 ? { bold: true } : {}),
      ...(italic > 0 ? { italic: true } : {}),
      ...(link === '' ? {} : { link }),
    }
    if (token.type === 'strong_open') bold++
    else if (token.type === 'strong_close') bold--
    else if (token.type === 'em_open') italic++
    else if (token.type === 'em_close') italic--
    else if (token.type === 'link_open') links.push(safeLink(String(token.attrGet('href') ?? '')))
    else if (token.type === 'link_close') links.pop()
    else if (token.type === 'hardbreak') out.push({ lineBreak: true, marks })
    else if (token.type === 'softbreak') out.push({ text: '\n', marks })
    else if (token.type === 'image') {
      addPicture({ kind: 'picture', spans: plainSpans(token.content) })
      const title = String(token.attrGet('title') ?? '')
      if (title !== '') addPicture({ spans: plainSpans(title), says: 'caption' })
    } else if (token.content !== '') out.push({ text: token.content, marks })
  }
  return out
}
