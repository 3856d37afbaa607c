import type { FieldPen } from '../../../src/store/field-writes.ts'
import {
  writeAuthor,
  writeAuthorOut,
  writeAuthorUp,
  writeField,
  writeNewAuthor,
  writeNewPhoto,
  writePhoto,
  writePhotoOut,
} from '../../../src/store/field-writes.ts'
import type { StoryContent } from '../../../src/domain/story-content.ts'
import type { Chance } from '../chance.ts'

/** An edit of plain fields, authors or photos, chosen from the story as it will be. Null: it can't be made here. */
export type FieldOperation = {
  readonly name: string
  readonly weight: number
  readonly choose: (
    story: StoryContent,
    luck: Chance,
    newId: () => string,
  ) => ((pen: FieldPen) => void) | null
}

const WORDS = ['', 'trawler', 'flood', 'budget', 'Sea', 'Jane Doe']

export const FIELD_OPERATIONS: readonly FieldOperation[] = [
  {
    name: 'set field',
    weight: 4,
    choose(_, luck) {
      const [name, value] = [
        luck.pick(['slug', 'section', 'place', 'date', 'credit'] as const),
        luck.pick(WORDS),
      ]
      return (pen) => writeField(pen, name === 'credit' ? 'source' : name, value)
    },
  },
  {
    name: 'set keywords',
    weight: 1,
    choose(_, luck) {
      const words = luck.shuffle(WORDS.slice(1)).slice(0, luck.below(4))
      return (pen) => writeField(pen, 'keywords', words)
    },
  },
  {
    name: 'add author',
    weight: 1,
    choose(_, luck, newId) {
      const [id, name] = [newId(), luck.pick(WORDS)]
      return (pen) => {
        writeNewAuthor(pen, id)
        writeAuthor(pen, id, { name })
      }
    },
  },
  {
    name: 'set author',
    weight: 2,
    choose({ authors }, luck) {
      if (authors.length === 0) return null
      const { id } = luck.pick(authors)
      const change = luck.odds(0.5) ? { name: luck.pick(WORDS) } : { role: luck.pick(WORDS) }
      return (pen) => writeAuthor(pen, id, change)
    },
  },
  {
    name: 'author out',
    weight: 1,
    choose({ authors }, luck) {
      const id = authors.length === 0 ? null : luck.pick(authors).id
      return id === null ? null : (pen) => writeAuthorOut(pen, id)
    },
  },
  {
    name: 'author up',
    weight: 1,
    choose({ authors }, luck) {
      const id = authors.length < 2 ? null : luck.pick(authors.slice(1)).id
      return id === null ? null : (pen) => writeAuthorUp(pen, id)
    },
  },
  {
    name: 'add photo',
    weight: 1,
    choose(_, luck, newId) {
      const [id, use] = [newId(), luck.pick(['lead', 'body'] as const)]
      return (pen) => writeNewPhoto(pen, id, use)
    },
  },
  {
    name: 'set photo',
    weight: 2,
    choose({ photos }, luck) {
      if (photos.length === 0) return null
      const { id } = luck.pick(photos)
      const change = luck.pick([
        { alt: luck.pick(WORDS) },
        { credit: luck.pick(WORDS) },
        { crop: { x: 0.1, y: 0.1, width: 0.5, height: 0.5 } },
        { crop: null },
      ])
      return (pen) => writePhoto(pen, id, change)
    },
  },
  {
    name: 'photo out',
    weight: 1,
    choose({ photos }, luck) {
      // The first one's caption has an editor, which a page would close.
      const others = photos.filter(({ id }) => id !== 'photo')
      const id = others.length === 0 ? null : luck.pick(others).id
      return id === null ? null : (pen) => writePhotoOut(pen, id)
    },
  },
]
