import type { Mark, Node, Slice } from '@tiptap/pm/model'
import { checkLink } from '../check-link.ts'
import { isListItem, kindOf, levelOf } from '../commands/block-kind-of.ts'

const TAGS: Readonly<Record<string, string>> = { heading2: 'h2', heading3: 'h3' }

/**
 * What is copied as HTML: real nested lists, quotes with paragraphs in them, links that may be followed. A part of one
 * block is only its words. Notes, and what only this editor draws, are left out.
 */
export function writeHtml(slice: Slice, document: Document): DocumentFragment {
  const target = document.createDocumentFragment()
  const first = slice.content.firstChild
  if (slice.content.childCount === 1 && first?.isTextblock && slice.openStart > 0 && slice.openEnd > 0) {
    target.append(words(first, document))
    return target
  }
  writeBlocks(slice.content, target, document)
  return target
}

/** Whole blocks as HTML. */
export function writeBlocks(content: Slice['content'], target: Target, document: Document): void {
  // The lists that are open, outermost first.
  let lists: HTMLElement[] = []
  content.forEach((block) => {
    if (!isListItem(block)) lists = []
    if (isListItem(block)) lists = writeItem(block, lists, target, document)
    else if (block.type.name === 'rule') target.append(document.createElement('hr'))
    else if (block.isTextblock) writeBlock(block, target, document)
  })
}

type Target = DocumentFragment | HTMLElement

function writeBlock(block: Node, target: Target, document: Document): void {
  const kind = kindOf(block)
  if (kind !== 'quote' && kind !== 'pullquote') {
    const element = document.createElement(TAGS[kind] ?? 'p')
    element.append(words(block, document))
    target.append(element)
    return
  }
  const last = target.lastElementChild as HTMLElement | null
  const mark = kind === 'pullquote' ? kind : undefined
  let quote = last
  if (quote?.tagName !== 'BLOCKQUOTE' || quote.dataset['kind'] !== mark) {
    quote = document.createElement('blockquote')
    if (mark !== undefined) quote.dataset['kind'] = mark
    target.append(quote)
  }
  const paragraph = document.createElement('p')
  paragraph.append(words(block, document))
  quote.append(paragraph)
}

/** Puts an item where its level says and gives the lists that are open after it. */
function writeItem(
  block: Node,
  before: readonly HTMLElement[],
  target: Target,
  document: Document,
): HTMLElement[] {
  const tag = kindOf(block) === 'number' ? 'OL' : 'UL'
  const depth = Math.min(levelOf(block), before.length)
  const lists = before.slice(0, depth + 1)
  let list = lists[depth]
  if (list?.tagName !== tag) {
    list = document.createElement(tag.toLowerCase())
    const parent = lists[depth - 1]?.lastElementChild ?? null
    ;(parent ?? target).append(list)
    lists[depth] = list
  }
  const item = document.createElement('li')
  item.append(words(block, document))
  list.append(item)
  return lists
}

function words(block: Node, document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment()
  block.forEach((child) => {
    if (child.marks.some(({ type }) => type.name === 'note')) return
    const leaf = child.isText
      ? document.createTextNode(child.text ?? '')
      : child.type.name === 'hardBreak'
        ? document.createElement('br')
        : null
    if (leaf !== null) fragment.append(wrapped(leaf, child.marks, document))
  })
  return fragment
}

function wrapped(leaf: globalThis.Node, marks: readonly Mark[], document: Document): globalThis.Node {
  let node = leaf
  for (const mark of marks.toReversed()) {
    const element = elementOf(mark, document)
    if (element === null) continue
    element.append(node)
    node = element
  }
  return node
}

function elementOf(mark: Mark, document: Document): HTMLElement | null {
  if (mark.type.name === 'bold') return document.createElement('strong')
  if (mark.type.name === 'italic') return document.createElement('em')
  if (mark.type.name !== 'link') return null
  const link = checkLink(String(mark.attrs['href']))
  if (!link.ok) return null
  const element = document.createElement('a')
  element.href = link.href
  return element
}
