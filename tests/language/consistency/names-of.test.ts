import { describe, expect, it } from 'vitest'
import { checkedStory } from '../../../src/domain/checks/checked-story.ts'
import { lineFacts } from '../../../src/language/consistency/line-facts.ts'
import { namesOf } from '../../../src/language/consistency/names-of.ts'
import { storyOf } from '../labelled/story-of.ts'

const namesIn = (...body: readonly string[]): ReadonlySet<string> =>
  namesOf(checkedStory(storyOf({ body })).lines.map(lineFacts))

describe('names of a story', () => {
  it('are its people, places and bodies, without possessive endings', () => {
    const names = namesIn(
      'In Zaporizhzhia, Olena Hrytsenko met Ruritel’s chief.',
      'Later Hrytsenko left Jean-Luc Mbeki.',
    )
    for (const name of ['Zaporizhzhia', 'Hrytsenko', 'Ruritel', 'Jean-Luc', 'Luc', 'Mbeki'])
      expect(names).toContain(name)
  })

  it('are no words that only begin a sentence', () => {
    expect(namesIn('Recieving it was hard. Wierd things came.')).toEqual(new Set())
  })

  it('are no misspelt titles and institutions', () => {
    expect(namesIn('It was the French Goverment and its Presidnet.')).not.toContain('Goverment')
    expect(namesIn('They met in Febuary.')).not.toContain('Febuary')
  })

  it('of two spellings are the commoner one', () => {
    const names = namesIn('They asked Olena Hrytsenko.', 'Then Olena Hrytsenko left with Hrytsenka.')
    expect(names).toContain('Hrytsenko')
    expect(names).not.toContain('Hrytsenka')
  })
})
