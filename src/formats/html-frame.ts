import { MAX_LEVEL } from '../domain/block-kind.ts'
import type { Marks } from '../domain/story-content.ts'
import { safeLink } from './safe-link.ts'
import type { LineKind, Says, SourceLine } from './source-line.ts'

/** What an open HTML element means for the text inside of it; a child's frame comes from its parent's. */
export type Frame = {
  readonly kind: LineKind
  readonly level: number
  /** How many lists it stands in. */
  readonly lists: number
  readonly marks: Marks
  readonly says: Says
  readonly zone: SourceLine['zone']
  /** Its text is not copy: scripts, styles. */
  readonly skip: boolean
  /** Line ends count. */
  readonly pre: boolean
  readonly figure: boolean
  readonly article: boolean
  /** It begins and ends a line. */
  readonly block: boolean
}

export const ROOT_FRAME: Frame = {
  kind: 'paragraph',
  level: 0,
  lists: 0,
  marks: {},
  says: '',
  zone: '',
  skip: false,
  pre: false,
  figure: false,
  article: false,
  block: false,
}

export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary table tbody td tfoot th ' +
    'thead title tr ul option button'
  ).split(' '),
)

const SKIPPED: ReadonlySet<string> = new Set(
  'script style noscript template svg math iframe object audio video canvas map datalist'.split(' '),
)

const FURNITURE: ReadonlySet<string> = new Set(['nav', 'button', 'select'])

/** What tags mean, each beside what its parent meant. */
const TAGS: Readonly<Record<string, (parent: Frame) => Partial<Frame>>> = {
  title: () => ({ says: 'page title' }),
  article: () => ({ article: true }),
  header: (parent) => (parent.article && parent.zone === '' ? { zone: 'header' } : {}),
  h1: () => ({ kind: 'heading1' }),
  h2: () => ({ kind: 'heading2' }),
  h3: () => ({ kind: 'heading3' }),
  h4: () => ({ kind: 'heading3' }),
  h5: () => ({ kind: 'heading3' }),
  h6: () => ({ kind: 'heading3' }),
  blockquote: () => ({ kind: 'quote', level: 0 }),
  figure: () => ({ figure: true }),
  figcaption: () => ({ says: 'caption', figure: true }),
  pre: () => ({ pre: true }),
  ul: (parent) => ({ kind: 'bullet', lists: parent.lists + 1, level: Math.min(parent.lists, MAX_LEVEL) }),
  ol: (parent) => ({ kind: 'number', lists: parent.lists + 1, level: Math.min(parent.lists, MAX_LEVEL) }),
  b: (parent) => ({ marks: { ...parent.marks, bold: true } }),
  strong: (parent) => ({ marks: { ...parent.marks, bold: true } }),
  i: (parent) => ({ marks: { ...parent.marks, italic: true } }),
  em: (parent) => ({ marks: { ...parent.marks, italic: true } }),
  cite: (parent) => ({ marks: { ...parent.marks, italic: true } }),
}

/** Class names that say what a piece is, as news sites and Stet's own export use them. */
const CLASSES: readonly { readonly name: RegExp; readonly frame: Partial<Frame>; readonly tags: RegExp }[] = [
  {
    name: /^(?:wp-block-)?pull-?quote$/,
    frame: { kind: 'pullquote' },
    tags: /^(?:blockquote|aside|figure)$/,
  },
  {
    name: /^(?:dek|deck|standfirst|subtitle|sub-?headline)$/,
    frame: { says: 'dek' },
    tags: /^(?:p|h2|div)$/,
  },
  { name: /^(?:kicker|eyebrow|section)$/, frame: { says: 'section' }, tags: /^p$/ },
  {
    name: /^(?:credit|photo-credit)$/,
    frame: { says: 'credit', block: true },
    tags: /^(?:span|p|small|cite)$/,
  },
]

/** The frame of an element inside of `parent`. */
export function childFrame(parent: Frame, name: string, attributes: Readonly<Record<string, string>>): Frame {
  if (parent.skip) return { ...parent, block: false }
  const frame = {
    ...parent,
    block: BLOCK_TAGS.has(name),
    ...TAGS[name]?.(parent),
    ...(SKIPPED.has(name) ? { skip: true } : {}),
    ...(FURNITURE.has(name) ? { says: 'furniture' as const } : {}),
    ...(attributes['itemprop'] === 'articleBody' ? { zone: 'body' as const } : {}),
  }
  const marked = { ...frame, marks: withStyle(name, attributes, frame.marks), ...fromClass(name, attributes) }
  // A picture's credit is part of its caption only where there is one; elsewhere the class says nothing.
  return marked.says === 'credit' && !parent.figure
    ? { ...marked, says: parent.says, block: frame.block }
    : marked
}

function fromClass(name: string, attributes: Readonly<Record<string, string>>): Partial<Frame> {
  const given = attributes['class']
  if (given === undefined || given.length > 2000) return {}
  const names = given.toLowerCase().split(/\s+/)
  const row = CLASSES.find(
    ({ name: wanted, tags }) => tags.test(name) && names.some((one) => wanted.test(one)),
  )
  return row?.frame ?? {}
}

function withStyle(name: string, attributes: Readonly<Record<string, string>>, marks: Marks): Marks {
  const link = name === 'a' ? safeLink(attributes['href'] ?? '') : ''
  const linked: Marks = link === '' ? marks : { ...marks, link }
  const style = attributes['style']
  if (style === undefined || style.length > 2000) return linked
  const weight = /(?:^|;)\s*font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)\b/i.exec(style)?.[1]
  const slant = /(?:^|;)\s*font-style\s*:\s*(italic|oblique|normal)\b/i.exec(style)?.[1]
  const { bold, italic, ...rest } = linked
  const isBold = weight === undefined ? bold === true : /^(?:bold|[6-9]00)$/i.test(weight)
  const isItalic = slant === undefined ? italic === true : !/^normal$/i.test(slant)
  return { ...rest, ...(isBold ? { bold: true } : {}), ...(isItalic ? { italic: true } : {}) }
}
