import { Parser } from 'htmlparser2'
import { plainSpans, type Span } from '../domain/story-content.ts'
import { BLOCK_TAGS, childFrame, ROOT_FRAME, type Frame } from './html-frame.ts'
import { BLANK_LINE, cleanLine, type SourceLine } from './source-line.ts'

/** Nothing that people write is nested deeper; what is deeper is read without its structure. */
const DEEPEST = 500
const CHUNK = 65_536

/** Cells of the table row that is being read; each holds its lines. */
type Row = { readonly cells: SourceLine[][] }

/**
 * HTML as source lines, without a DOM. Scripts and styles are not read; lists keep their levels, a table row with several
 * filled cells is one line, pictures give their alt text. Bold and italic come from tags and from inline styles.
 */
export function linesOfHtml(html: string): readonly SourceLine[] {
  const reader = new HtmlReader()
  const parser = new Parser(reader.handler, { decodeEntities: true })
  for (let at = 0; at < html.length; at += CHUNK) {
    if (reader.deep) return linesOfHtml(withoutStructure(html))
    parser.write(html.slice(at, at + CHUNK))
  }
  parser.end()
  return reader.finish()
}

/** Every tag that may nest becomes a paragraph's end or goes; scripts and styles stay what they are. */
function withoutStructure(html: string): string {
  return html.replace(/<\/?(?!script\b|style\b|br\b)([a-z][a-z0-9]*)\b[^<>]*>/gi, (_tag, name: string) =>
    BLOCK_TAGS.has(name.toLowerCase()) ? '<br><br>' : '',
  )
}

class HtmlReader {
  deep = false
  private readonly frames: Frame[] = [ROOT_FRAME]
  private readonly lines: { readonly line: SourceLine; readonly article: boolean }[] = []
  private articles = 0
  private readonly rows: Row[] = []
  private spans: Span[] = []
  /** The frame of the first text of the line that is being read. */
  private lineFrame: Frame | null = null

  readonly handler = {
    onopentag: (name: string, attributes: Readonly<Record<string, string>>): void => {
      this.open(name, attributes)
    },
    onclosetag: (name: string): void => {
      this.close(name)
    },
    ontext: (text: string): void => {
      this.text(text)
    },
  }

  finish(): readonly SourceLine[] {
    this.flush()
    while (this.rows.length > 0) this.endRow()
    const outside = this.articles === 1 && this.lines.some(({ article }) => article)
    return this.lines.map(({ line, article }) =>
      outside && !article && line.says === '' ? { ...line, says: 'furniture' } : line,
    )
  }

  private get frame(): Frame {
    return this.frames.at(-1) ?? ROOT_FRAME
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    const frame = childFrame(this.frame, name, attributes)
    if (frame.block) this.flush()
    this.frames.push(frame)
    if (this.frames.length > DEEPEST) this.deep = true
    if (frame.skip) return
    if (name === 'article') this.articles++
    if (name === 'br') this.lineBreak()
    else if (name === 'hr') this.emit({ ...BLANK_LINE, kind: 'rule', zone: frame.zone })
    else if (name === 'img') this.picture(attributes['alt'] ?? '')
    else if (name === 'tr') this.rows.push({ cells: [] })
    else if (name === 'td' || name === 'th') this.rows.at(-1)?.cells.push([])
  }

  private close(name: string): void {
    const frame = this.frames.length > 1 ? this.frames.pop() : undefined
    if (frame?.block === true) this.flush()
    if (name === 'tr' && frame?.skip !== true) this.endRow()
  }

  private text(text: string): void {
    const frame = this.frame
    if (frame.skip) return
    if (frame.pre && text.includes('\n')) {
      const [first, ...rest] = text.split('\n')
      this.append(first ?? '')
      for (const part of rest) {
        this.flush()
        this.append(part)
      }
    } else this.append(text.replace(/[\n\r\t\f ]+/g, ' '))
  }

  private append(text: string): void {
    if (text === '' || (this.lineFrame === null && text.trim() === '')) return
    this.lineFrame ??= this.frame
    this.spans.push({ text, marks: this.frame.marks })
  }

  /** One break stays in the line; two with nothing between end it. */
  private lineBreak(): void {
    if (this.lineFrame === null) return
    let at = this.spans.length - 1
    for (let span = this.spans[at]; span !== undefined; span = this.spans[--at]) {
      if ('lineBreak' in span) return this.flush()
      if (!('text' in span) || span.text.trim() !== '') break
    }
    this.spans.push({ lineBreak: true, marks: {} })
  }

  private picture(alt: string): void {
    if (alt.trim() === '' && !this.frame.figure) return
    this.flush()
    this.emit({ ...BLANK_LINE, kind: 'picture', spans: plainSpans(alt), zone: this.frame.zone })
  }

  private flush(): void {
    const frame = this.lineFrame
    const spans = this.spans
    this.spans = []
    this.lineFrame = null
    if (frame === null) return
    this.emit(
      { kind: frame.kind, level: frame.level, spans, says: frame.says, zone: frame.zone, mark: 0 },
      frame.article,
    )
  }

  private emit(line: SourceLine, article: boolean = this.frame.article): void {
    const clean = cleanLine(line)
    if (clean === null) return
    const cell = this.rows.at(-1)?.cells.at(-1)
    if (cell === undefined) this.lines.push({ line: clean, article })
    else cell.push(clean)
  }

  /** A row with several filled cells of one paragraph each is data: one line. Any other only lays out a page. */
  private endRow(): void {
    this.flush()
    const row = this.rows.pop()
    if (row === undefined) return
    const cells = row.cells.filter((cell) => cell.length > 0)
    const isData = cells.length > 1 && cells.every((cell) => cell.length === 1 && cell[0]?.kind !== 'picture')
    if (!isData) {
      for (const line of cells.flat()) this.emit(line)
      return
    }
    const spans = cells.flatMap((cell, index): readonly Span[] => [
      ...(index === 0 ? [] : plainSpans(' | ')),
      ...(cell[0]?.spans ?? []),
    ])
    this.emit({ ...BLANK_LINE, zone: cells[0]?.[0]?.zone ?? '', says: cells[0]?.[0]?.says ?? '', spans })
  }
}
