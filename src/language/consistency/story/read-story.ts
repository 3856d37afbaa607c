import type { CheckedLine, CheckedStory } from '../../../domain/checks/checked-story.ts'
import type { CheckSettings } from '../../../domain/checks/check-settings.ts'
import type { Flag } from '../../../domain/checks/flag.ts'
import type { LineFacts } from '../line-facts.ts'

/** A line with what is known of it. */
export type ReadLine = { readonly line: CheckedLine; readonly facts: LineFacts }

/** A story as its checks see it: all lines in reading order, and those of some parts. */
export type ReadStory = {
  readonly story: CheckedStory
  readonly settings: CheckSettings
  readonly lines: readonly ReadLine[]
  /** The running text: paragraphs and list items of the body, in order; headings and set-out quotes are no part of it. */
  readonly body: readonly ReadLine[]
  /** Headline, dek and captions: what is read before the body, and has to agree with it. */
  readonly heads: readonly ReadLine[]
  /** Words of the body's lines, folded. */
  readonly bodyKeys: ReadonlySet<string>
  readonly bodyWords: number
}

/** Looks at a whole story for one kind of thing that doesn't agree. */
export type StoryCheck = (story: ReadStory) => readonly Flag[]

/** Puts lines and their facts together. */
export function readStory(
  story: CheckedStory,
  facts: readonly LineFacts[],
  settings: CheckSettings,
): ReadStory {
  const lines = story.lines.flatMap((line, index): readonly ReadLine[] => {
    const known = facts[index]
    return known ? [{ line, facts: known }] : []
  })
  const inBody = lines.filter(({ line }) => line.part === 'body')
  const bodyKeys = new Set<string>()
  for (const { facts: known } of inBody) for (const key of known.keys) bodyKeys.add(key)
  return {
    story,
    settings,
    lines,
    body: inBody.filter(
      ({ line }) => line.kind === 'paragraph' || line.kind === 'bullet' || line.kind === 'number',
    ),
    heads: lines.filter(
      ({ line }) => line.part === 'headline' || line.part === 'dek' || line.part === 'caption',
    ),
    bodyKeys,
    bodyWords: inBody.reduce((sum, { facts: known }) => sum + known.wordCount, 0),
  }
}

/** What people call a part of a story. */
export function partName({ part }: CheckedLine): string {
  if (part === 'alt') return 'alt text'
  return part === 'field' || part === 'author' ? 'byline' : part
}
