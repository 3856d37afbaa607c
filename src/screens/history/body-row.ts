import type { BlockChange, BlockHead, Part } from '../../domain/compare/comparison.ts'
import { rowEdits } from '../../domain/compare/row-edits.ts'
import type { StoryContent } from '../../domain/story-content.ts'
import { spansText } from '../../domain/story-content.ts'
import { blockWords } from './block-words.ts'
import type { RowDraft } from './comparison-rows.ts'

/** How many characters of a block name it. */
const NAME_LENGTH = 40

/** One block of the body as a row, which says in words where it moved from and what it was. */
export function bodyRow(
  body: readonly BlockChange[],
  index: number,
  before: StoryContent,
  after: StoryContent,
): RowDraft {
  const change = body[index] as BlockChange
  const head = change.after?.head ?? change.before?.head ?? { kind: 'paragraph', level: 0 }
  return {
    key: `block ${index}`,
    area: 'body',
    label: blockWords(head),
    about: aboutOf(body, index, change, before),
    ...(change.parts.length > 0
      ? { parts: change.parts, edits: rowEdits(change, body[index + 1]) }
      : { parts: atomParts(change, head, before, after) }),
    before: change.before?.head ?? null,
    after: change.after?.head ?? null,
    missing: missingOf(change),
    changed: change.changed,
  }
}

function missingOf({ kind, move }: BlockChange): RowDraft['missing'] {
  if (kind === 'inserted' || move?.place === 'new') return 'before'
  if (kind === 'deleted' || move?.place === 'old') return 'after'
  return null
}

function aboutOf(
  body: readonly BlockChange[],
  index: number,
  change: BlockChange,
  before: StoryContent,
): string {
  const words: string[] = []
  if (change.move) words.push(moveWords(body, index, change, before))
  if (change.kind === 'inserted') words.push('Added')
  if (change.kind === 'deleted') words.push('Removed')
  if (change.kind === 'split') words.push('Split from the block above')
  if (change.kind === 'joined') words.push('Joined to the block above')
  const was = change.before && blockWords(change.before.head)
  const is = change.after && blockWords(change.after.head)
  if (was && is && was !== is) words.push(`Was ${was}`)
  return words.join(' · ')
}

/** "Moved up, from after “…”" where it is now, "Moved down from here" where it was. */
function moveWords(
  body: readonly BlockChange[],
  index: number,
  { move, before: start }: BlockChange,
  before: StoryContent,
): string {
  const other = counterpart(body, index)
  const isUp = move?.place === 'new' ? other > index : other < index
  const way = isUp ? 'up' : 'down'
  if (move?.place === 'old') return `Moved ${way} from here`
  const old = start ?? body[other]?.before
  const neighbour = old && before.body[old.index - 1]
  if (!old) return `Moved ${way}`
  if (!neighbour) return `Moved ${way}, from the beginning`
  const name = 'spans' in neighbour ? shortened(spansText(neighbour.spans)) : ''
  return name === '' ? `Moved ${way}` : `Moved ${way}, from after “${name}”`
}

/** The row of the same block on the other side of its move: the same one in order, where several moved together. */
function counterpart(body: readonly BlockChange[], index: number): number {
  const move = body[index]?.move
  const isOf = (row: BlockChange, place: 'old' | 'new'): boolean =>
    row.move?.number === move?.number && row.move?.place === place
  const here = move?.place ?? 'old'
  let left = body.slice(0, index).filter((row) => isOf(row, here)).length
  return body.findIndex((row) => isOf(row, here === 'old' ? 'new' : 'old') && left-- === 0)
}

function shortened(text: string): string {
  const line = text.replaceAll('\n', ' ').trim()
  return line.length <= NAME_LENGTH ? line : `${line.slice(0, NAME_LENGTH).trimEnd()}…`
}

/** A picture or a rule has no characters: it is drawn by a word that fared as the block did. */
function atomParts(
  change: BlockChange,
  head: BlockHead,
  before: StoryContent,
  after: StoryContent,
): readonly Part[] {
  if (head.kind !== 'picture' && head.kind !== 'rule' && head.kind !== 'unknown') return []
  const photos = change.after ? after.photos : before.photos
  const alt = head.kind === 'picture' ? (photos.find(({ id }) => id === head.photo)?.alt ?? '') : ''
  const text = alt === '' ? blockWords(head) : `Picture: ${alt}`
  const kind = change.kind === 'inserted' || change.kind === 'deleted' ? change.kind : 'same'
  return [{ kind, text, marks: {} }]
}
