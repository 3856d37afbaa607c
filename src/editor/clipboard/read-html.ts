import type { BlockKind } from '../../domain/block-kind.ts'
import { LIST_KINDS } from '../../domain/block-kind.ts'
import type { Block } from '../../domain/story-content.ts'
import type { BlockDraft, Place } from './block-draft.ts'
import { createDraft } from './block-draft.ts'
import { marksInside } from './inline-marks.ts'
import { tidyLevels } from './list-levels.ts'
import { isLayoutTable, readRow } from './read-table.ts'
import { isWordHidden, isWordMarker, wordItem } from './word-list.ts'

const NOTHING = new Set(
  'SCRIPT STYLE HEAD META LINK TITLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH CANVAS AUDIO VIDEO IMG PICTURE INPUT SELECT TEXTAREA BUTTON DATALIST DEL'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE ASIDE HEADER FOOTER MAIN NAV FIGURE FIGCAPTION ADDRESS DETAILS SUMMARY DL DT DD FORM FIELDSET LEGEND CAPTION TD TH TR TBODY THEAD TFOOT TABLE PRE BODY HTML CENTER HGROUP'.split(
    ' ',
  ),
)
const HEADINGS: Readonly<Record<string, BlockKind>> = {
  H1: 'heading2',
  H2: 'heading2',
  H3: 'heading3',
  H4: 'heading3',
  H5: 'heading3',
  H6: 'heading3',
}
const START: Place = { kind: 'paragraph', level: 0, marks: {}, pre: false }

/**
 * Reads HTML of any origin into clean blocks: Word's paragraphs with list markers, Google Docs' wrappers and levels,
 * lists nested rightly or wrongly, tables as rows of text. Nothing is run or loaded; pictures, scripts, form fields
 * and tracked deletions are left out; a link that `checkLink` refuses leaves its words.
 */
export function readHtml(root: Node): readonly Block[] {
  const draft = createDraft()
  walkAll(root, START, draft)
  return tidyLevels(draft.blocks())
}

function walkAll(parent: Node, place: Place, draft: BlockDraft): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === 3) draft.text(child.nodeValue ?? '', place)
    else if (child.nodeType === 1) walk(child as HTMLElement, place, draft)
  }
}

function walk(element: HTMLElement, outer: Place, draft: BlockDraft): void {
  const tag = element.tagName.toUpperCase()
  if (NOTHING.has(tag) || element.hidden || element.style.display === 'none') return
  if (isWordMarker(element) || isWordHidden(element)) return
  const place = inside(element, tag, outer)
  if (tag === 'BR') {
    if (!element.classList.contains('Apple-interchange-newline')) draft.lineBreak(place)
  } else if (tag === 'HR') draft.add({ kind: 'rule' })
  else if (tag === 'UL' || tag === 'OL') list(element, tag, place, draft)
  else if (tag === 'LI') block(element, place, draft)
  else if (tag === 'TABLE' && !isLayoutTable(element)) table(element, place, draft)
  else if (tag === 'Q') quoted(element, place, draft)
  else if (isBlockTag(tag, element)) {
    const item = LIST_KINDS.has(place.kind) && wordItem(element) === null
    if (item) line(element, place, draft)
    else block(element, place, draft)
  } else walkAll(element, place, draft)
}

const isBlockTag = (tag: string, element: HTMLElement): boolean =>
  BLOCKS.has(tag) || tag === 'BLOCKQUOTE' || tag in HEADINGS || element.getAttribute('role') === 'heading'

/** The place of words inside of an element. */
function inside(element: HTMLElement, tag: string, outer: Place): Place {
  const kind = kindInside(element, tag, outer)
  const { bold: _, ...plain } = marksInside(element, outer.marks)
  const heading = kind === 'heading2' || kind === 'heading3'
  const { whiteSpace } = element.style
  return {
    ...kindAndLevel(element, kind, outer),
    // Headings are bold by themselves; where a page says so in their style too, it would be bold twice.
    marks: heading ? plain : marksInside(element, outer.marks),
    pre: tag === 'PRE' || (whiteSpace === '' ? outer.pre : /^(?:pre|break-spaces)/.test(whiteSpace)),
  }
}

function kindAndLevel(
  element: HTMLElement,
  kind: BlockKind,
  outer: Place,
): { kind: BlockKind; level: number } {
  const word = element.tagName === 'P' || element.tagName === 'DIV' ? wordItem(element) : null
  return word ?? { kind, level: LIST_KINDS.has(kind) ? outer.level : 0 }
}

function kindInside(element: HTMLElement, tag: string, { kind }: Place): BlockKind {
  // In an item or a quote, what is there says more than a heading in it.
  if (kind !== 'paragraph') return kind
  if (tag === 'BLOCKQUOTE') return element.dataset['kind'] === 'pullquote' ? 'pullquote' : 'quote'
  if (/^Mso(?:Intense)?Quote/.test(element.className)) return 'quote'
  if (element.className === 'MsoTitle') return 'heading2'
  if (element.getAttribute('role') === 'heading') {
    return Number(element.getAttribute('aria-level')) > 2 ? 'heading3' : 'heading2'
  }
  return HEADINGS[tag] ?? kind
}

function block(element: HTMLElement, place: Place, draft: BlockDraft): void {
  draft.close()
  walkAll(element, place, draft)
  draft.close()
}

/** A block inside of a list item: a line of the item, not one more item. */
function line(element: HTMLElement, place: Place, draft: BlockDraft): void {
  draft.newLine()
  walkAll(element, place, draft)
  draft.newLine()
}

function quoted(element: HTMLElement, place: Place, draft: BlockDraft): void {
  draft.text('“', place)
  walkAll(element, place, draft)
  draft.text('”', place)
}

function list(element: HTMLElement, tag: string, outer: Place, draft: BlockDraft): void {
  draft.close()
  const kind = tag === 'OL' ? 'number' : 'bullet'
  const level = isInList(element) ? outer.level + 1 : 0
  for (const child of element.childNodes) {
    if (child.nodeType === 3) draft.text(child.nodeValue ?? '', { ...outer, kind, level })
    if (child.nodeType !== 1) continue
    const item = child as HTMLElement
    walk(item, { ...outer, kind, level: levelSaid(item) ?? level }, draft)
  }
  draft.close()
}

/** Google Docs and Word on the web say each item's level, whatever the nesting is. */
function levelSaid(item: HTMLElement): number | null {
  const said = Number(item.getAttribute('aria-level') ?? item.dataset['ariaLevel'] ?? Number.NaN)
  return item.tagName === 'LI' && Number.isInteger(said) && said > 0 ? said - 1 : null
}

/** Some programs put a nested list into the list itself rather than into an item of it. */
function isInList(element: HTMLElement): boolean {
  const list = element.parentElement?.closest('ul, ol') ?? null
  return list !== null
}

function table(element: HTMLElement, place: Place, draft: BlockDraft): void {
  draft.close()
  for (const caption of element.querySelectorAll('caption')) block(caption, place, draft)
  for (const row of element.querySelectorAll('tr')) {
    const spans = readRow(row, (cell) => {
      const part = createDraft()
      walkAll(cell, { ...START, marks: place.marks }, part)
      return part.blocks()
    })
    if (spans.length > 0) draft.add({ kind: place.kind, level: place.level, spans })
  }
}
