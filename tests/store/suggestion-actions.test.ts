import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readContent } from '../../src/domain/read-content.ts'
import { photosOf, textOf } from '../../src/domain/story-doc.ts'
import type { OpenStory } from '../../src/store/desk-state.ts'
import { CHIEF, REPORTER, SUB, until } from '../backends/test-desk.ts'
import { stage, type Stage } from './desk-stage.ts'

let desk: Stage
let sub: Stage
let id: string
/** A reporter with a story, and a sub-editor who may only suggest in it. */
beforeEach(async () => {
  desk = await stage()
  id = await desk.opened()
  desk.actions.setField(id, 'slug', 'harbour')
  desk.actions.addAuthor(id)
  desk.actions.setAuthor(id, desk.story(id).authors[0]?.id ?? '', { name: 'Ann' })
  await desk.effects.settle()
  sub = await desk.tab(SUB)
  sub.actions.openStory(id)
  await until(() => sub.store.getState().stories[id]?.phase, 'open')
})
afterEach(() => desk.end())

const story = (): OpenStory => sub.story(id)
const will = (): ReturnType<typeof readContent> => readContent(story().session.doc)
const was = (): ReturnType<typeof readContent> => readContent(story().session.doc, 'was')
const ann = (): string => story().authors[0]?.id ?? ''
const proposed = (path: string): readonly unknown[] => story().proposals[path] ?? []

/** Types a word into a text as the editors do. */
function suggestWord(tab: Stage, word: string): string {
  const { doc, undo, suggester } = tab.story(id).session
  const text = doc.getText('headline')
  let name = ''
  undo.manager.stopCapturing()
  doc.transact(() => {
    name = suggester.newSuggestion()
    suggester.enter(name)
    text.insert(0, word)
  }, undo.origin)
  return name
}

describe('suggesting', () => {
  test('is on, and can’t be switched off, where nothing else is allowed', () => {
    expect(story()).toMatchObject({ suggesting: true, access: { right: 'suggest' } })
    sub.actions.setSuggesting(id, false)
    expect(story().suggesting).toBe(true)
  })

  test('is a choice of whoever may edit, kept for that person when another worked in between', async () => {
    expect(desk.story(id).suggesting).toBe(false)
    desk.actions.setSuggesting(id, true)
    expect(desk.story(id).suggesting).toBe(true)
    desk.actions.savePerson(CHIEF, true)
    await until(() => desk.store.getState().me?.id, CHIEF.id)
    await desk.effects.settle()
    expect(desk.story(id)).toMatchObject({ suggesting: false, access: { right: 'edit' } })
    desk.actions.become(REPORTER.id)
    await desk.effects.settle()
    expect(desk.story(id).suggesting).toBe(true)
  })

  test('goes on where the right to edit is lost, and off where nothing may be written', async () => {
    desk.actions.act(id, { type: 'submit' }, '')
    await until(() => story().access.right, 'comment')
    expect(story().suggesting).toBe(false)
    sub.actions.act(id, { type: 'claim' }, '')
    await until(() => desk.story(id).access.right, 'suggest')
    expect(desk.story(id).suggesting).toBe(true)
    await until(() => story().access.right, 'edit')
    expect(story().suggesting).toBe(false)
  })

  test('a view is of one tab, and the changes are shown to begin with', () => {
    expect(story().view).toBe('changes')
    sub.actions.showView(id, 'will')
    expect(story().view).toBe('will')
    expect(desk.story(id).view).toBe('changes')
  })
})

describe('plain fields while suggesting', () => {
  const fields = [
    ['slug', 'harbour-strike'],
    ['slug', ''],
    ['place', 'ROTTERDAM'],
    ['keywords', ['ports', 'strikes']],
    ['deskNote', 'Check the figure'],
  ] as const
  for (const [name, value] of fields) {
    test(`${name} as ${JSON.stringify(value)} is proposed beside what stands, undone and done again`, () => {
      const before = story().fields[name]
      sub.actions.setField(id, name, value)
      expect(story().fields[name]).toEqual(before)
      expect(proposed(name)).toMatchObject([{ by: SUB.id, does: 'set', to: value }])
      expect(will().fields[name]).toEqual(value)
      sub.actions.undo(id)
      expect(proposed(name)).toEqual([])
      sub.actions.redo(id)
      expect(proposed(name)).toMatchObject([{ to: value }])
    })
  }

  test('typing on is one proposal; typing what stands takes it back', () => {
    for (const slug of ['h', 'ha', 'har']) sub.actions.setField(id, 'slug', slug)
    expect(proposed('slug')).toMatchObject([{ to: 'har' }])
    sub.actions.setField(id, 'slug', 'harbour')
    expect(proposed('slug')).toEqual([])
  })

  test('an author is renamed, moved, taken out and added as suggestions; all of it is undone', () => {
    const [first] = [ann()]
    sub.actions.setAuthor(id, first, { name: 'Anna' })
    expect(story().authors).toMatchObject([{ name: 'Ann' }])
    expect(proposed(`author:${first}:name`)).toMatchObject([{ to: 'Anna' }])

    sub.actions.addAuthor(id)
    const second = story().authors[1]?.id ?? ''
    expect(proposed(`author:${second}:`)).toMatchObject([{ by: SUB.id, does: 'insert' }])
    sub.actions.setAuthor(id, second, { name: 'Ben' })
    expect(story().authors[1]).toMatchObject({ name: 'Ben' })
    expect(proposed(`author:${second}:name`)).toEqual([])

    sub.actions.raiseAuthor(id, second)
    expect(will().authors.map(({ name }) => name)).toEqual(['Ben', 'Anna'])
    sub.actions.removeAuthor(id, first)
    expect(proposed(`author:${first}:`)).toMatchObject([{ does: 'delete' }])
    expect(will().authors.map(({ name }) => name)).toEqual(['Ben'])
    expect(was().authors.map(({ name }) => name)).toEqual(['Ann'])

    while (story().canUndo) sub.actions.undo(id)
    expect(story().authors).toMatchObject([{ name: 'Ann' }])
    expect(story().proposals).toEqual({})
  })

  test('an author of one’s own suggestion simply goes; somebody else’s is suggested against', async () => {
    sub.actions.addAuthor(id)
    const added = story().authors[1]?.id ?? ''
    await sub.effects.settle()
    await until(() => desk.story(id).authors.length, 2)
    desk.actions.setSuggesting(id, true)
    desk.actions.setAuthor(id, added, { name: 'Cy' })
    expect(desk.story(id).proposals[`author:${added}:name`]).toMatchObject([{ by: REPORTER.id, to: 'Cy' }])
    sub.actions.removeAuthor(id, added)
    expect(story().authors).toHaveLength(1)
  })

  test('a lead photo is suggested with its place and its caption as one; taking it out again leaves nothing', () => {
    const photo = sub.actions.addPhoto(id, null, 'lead') ?? ''
    sub.actions.setPhoto(id, photo, { alt: 'A crane', credit: 'PA' })
    sub.actions.fillCaption(id, photo, 'Cranes')
    expect(story().photos).toMatchObject([{ alt: 'A crane', credit: 'PA', caption: 'Cranes' }])
    const [added] = proposed(`photo:${photo}:`) as readonly { suggestion: string }[]
    expect(proposed('lead')).toMatchObject([{ suggestion: added?.suggestion, to: photo }])
    expect(story().fields.lead).toBe('')
    expect(will()).toMatchObject({ fields: { lead: photo }, photos: [{ alt: 'A crane' }] })
    expect(was().photos).toEqual([])
    sub.actions.removePhoto(id, photo)
    expect(story()).toMatchObject({ photos: [], proposals: {} })
  })

  test('a photo that stands is suggested out together with its place as the lead', async () => {
    const photo = desk.actions.addPhoto(id, null, 'lead') ?? ''
    desk.actions.fillCaption(id, photo, 'Old')
    await desk.effects.settle()
    await until(() => story().photos.length, 1)
    sub.actions.setPhoto(id, photo, { alt: 'A crane' })
    sub.actions.removePhoto(id, photo)
    expect(story().photos).toMatchObject([{ alt: '', caption: 'Old' }])
    expect(will()).toMatchObject({ photos: [], fields: { lead: '' } })
    expect(was()).toMatchObject({ photos: [{ id: photo }], fields: { lead: photo } })
  })

  test('what is added plainly belongs to no suggestion that its writer made before', () => {
    desk.actions.setSuggesting(id, true)
    suggestWord(desk, 'New ')
    desk.actions.setSuggesting(id, false)
    desk.actions.addAuthor(id)
    const photo = desk.actions.addPhoto(id, null, 'lead') ?? ''
    desk.actions.fillCaption(id, photo, 'Cranes')
    const { proposals, session } = desk.story(id)
    expect(proposals).toEqual({})
    expect(readContent(session.doc, 'was')).toMatchObject({
      authors: [{ name: 'Ann' }, { name: '' }],
      photos: [{ caption: [{ text: 'Cranes' }] }],
    })
  })

  test('the file of a photo that stands is proposed too', async () => {
    const photo = desk.actions.addPhoto(id, new Blob(['one']), 'lead') ?? ''
    await desk.effects.settle()
    await until(() => story().photos[0]?.hash !== '', true)
    const { hash } = story().photos[0] ?? {}
    sub.actions.replacePhotoFile(id, photo, new Blob(['two']))
    await sub.effects.settle()
    expect(story().photos[0]?.hash).toBe(hash)
    expect(proposed(`photo:${photo}:hash`)).toMatchObject([{ by: SUB.id }])
    expect(photosOf(story().session.doc).get(photo)?.get('hash')).toBe(hash)
  })

  test('whoever may only comment changes nothing', async () => {
    desk.actions.act(id, { type: 'submit' }, '')
    await until(() => story().access.right, 'comment')
    sub.actions.setField(id, 'slug', 'mine')
    expect(sub.actions.addPhoto(id, null, 'lead')).toBeNull()
    expect(story()).toMatchObject({ fields: { slug: 'harbour' }, proposals: {} })
  })
})

describe('texts in the store read as they will be', () => {
  test('an insertion is there, a deletion is not, in the same tick', () => {
    desk.actions.setSuggesting(id, true)
    suggestWord(desk, 'New words')
    expect(desk.story(id).headline).toBe('New words')
    const { doc, suggester, undo } = desk.story(id).session
    desk.actions.setSuggesting(id, false)
    doc.transact(() => textOf(doc, 'dek')?.insert(0, 'Dek'), undo.origin)
    doc.transact(() => suggester.delete(doc.getText('dek'), 0, 1, suggester.newSuggestion()), undo.origin)
    expect(desk.story(id).dek).toBe('ek')
  })
})

describe('decisions', () => {
  const listed = (tab: Stage): readonly string[] => tab.story(id).suggestions.map(({ id: name }) => name)
  const problems = (tab: Stage): readonly string[] =>
    tab.store.getState().notices.flatMap(({ tone, text }) => (tone === 'problem' ? [text] : []))

  /** Two suggestions of the sub-editor that the reporter sees. */
  async function suggested(): Promise<readonly [string, string]> {
    const word = suggestWord(sub, 'New ')
    sub.actions.setField(id, 'slug', 'strike')
    await sub.effects.settle()
    await until(() => listed(desk).length, 2)
    return [word, desk.story(id).proposals['slug']?.[0]?.suggestion ?? '']
  }

  test('an acceptance is there at once, as one step of undo, which reopens it; redo decides it again', async () => {
    const [word, slug] = await suggested()
    desk.actions.needVerdicts(id)
    desk.actions.setField(id, 'place', 'PARIS')
    desk.actions.decide(id, [word, slug], 'accept', ' House style ')
    expect(desk.story(id).deciding).toEqual([word, slug])
    await desk.effects.settle()
    expect(desk.story(id)).toMatchObject({
      deciding: [],
      suggestions: [],
      proposals: {},
      headline: 'New ',
      fields: { slug: 'strike', place: 'PARIS' },
      signOff: { suggestions: 0 },
    })
    expect(verdicts()).toEqual([
      ['accepted', 'House style'],
      ['accepted', 'House style'],
    ])
    desk.actions.setField(id, 'place', 'LYON')

    desk.actions.undo(id)
    expect(desk.story(id)).toMatchObject({ fields: { place: 'PARIS', slug: 'strike' } })
    desk.actions.undo(id)
    expect(listed(desk)).toEqual([word, slug])
    expect(desk.story(id).fields).toMatchObject({ place: 'PARIS', slug: 'harbour' })
    await desk.effects.settle()
    expect(verdicts().slice(2)).toEqual([
      ['reopened', ''],
      ['reopened', ''],
    ])
    desk.actions.redo(id)
    await desk.effects.settle()
    expect(listed(desk)).toEqual([])
    expect(verdicts().slice(4)).toEqual([
      ['accepted', 'House style'],
      ['accepted', 'House style'],
    ])
    expect(desk.story(id)).toMatchObject({ canRedo: true, fields: { place: 'PARIS', slug: 'strike' } })
    desk.actions.redo(id)
    expect(desk.story(id)).toMatchObject({ canRedo: false, fields: { place: 'LYON' } })
    desk.actions.undo(id)
    desk.actions.undo(id)
    await desk.effects.settle()
    expect(
      verdicts()
        .slice(6)
        .map(([verdict]) => verdict),
    ).toEqual(['reopened', 'reopened'])
    expect(problems(desk)).toEqual([])
  })

  const verdicts = (): readonly (readonly [string, string])[] => {
    const known = desk.store.getState().verdicts[id]
    return known?.status === 'ready' ? known.value.map(({ verdict, reason }) => [verdict, reason]) : []
  }

  test('two decide the same: one verdict, and the other is told whose it is', async () => {
    const [word] = await suggested()
    sub.actions.savePerson(CHIEF, true)
    await sub.effects.settle()
    await until(() => story().access.right, 'edit')
    await until(() => listed(sub).length, 2)
    desk.actions.decide(id, [word], 'accept')
    sub.actions.decide(id, [word], 'reject')
    await Promise.all([desk.effects.settle(), sub.effects.settle()])
    const told = [...problems(desk), ...problems(sub)]
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^Already (accepted by Rita Reporter|rejected by Carla Chief) at /u)
    expect(desk.story(id).headline).toBe(story().headline)
    expect(listed(sub)).not.toContain(word)
  })

  test('one’s own is taken back by whoever may only suggest, and nothing else is', async () => {
    const [word] = await suggested()
    sub.actions.decide(id, [word], 'accept')
    await sub.effects.settle()
    expect(problems(sub)[0]).toContain('Whoever suggested something may take it back')
    expect(story().headline).toBe('New ')
    sub.actions.decide(id, [word], 'reject')
    await sub.effects.settle()
    expect(story().headline).toBe('')
    expect(problems(sub)).toHaveLength(1)
  })

  test('what is decided twice in a moment is decided once', async () => {
    const [word] = await suggested()
    desk.actions.decide(id, [word], 'accept')
    desk.actions.decide(id, [word], 'accept')
    await desk.effects.settle()
    expect(problems(desk)).toEqual([])
    expect(desk.story(id).deciding).toEqual([])
  })

  test('where the storage fails nothing is decided, it is said, and it can be done again', async () => {
    const [word] = await suggested()
    desk.storage.failing.add('verdicts')
    desk.actions.decide(id, [word], 'accept')
    await desk.effects.settle()
    expect(problems(desk)).toEqual(['Nothing was decided. The disk is full.'])
    expect(listed(desk)).toContain(word)
    desk.storage.failing.clear()
    desk.actions.decide(id, [word], 'accept')
    await desk.effects.settle()
    expect(listed(desk)).not.toContain(word)
  })

  test('what was decided in another tab is known here, once somebody asked', async () => {
    const [word] = await suggested()
    sub.actions.needVerdicts(id)
    expect(sub.store.getState().verdicts[id]).toEqual({ status: 'loading' })
    await sub.effects.settle()
    desk.actions.decide(id, [word], 'reject', 'No')
    await until(() => {
      const known = sub.store.getState().verdicts[id]
      return known?.status === 'ready' ? known.value.map(({ by, reason }) => [by.name, reason]) : []
    }, [[REPORTER.name, 'No']])
  })
})
