import { describe, expect, test } from 'vitest'
import { readIgnored } from '../../src/domain/checks/ignored.ts'
import type { DeskStore } from '../../src/store/desk-store.ts'
import type { StorySession } from '../../src/store/story-session.ts'
import { flagOf } from '../domain/checks/flags.ts'
import { loneStory } from './lone-story.ts'

const FLAG = flagOf({ before: 'saw ', after: ' sea' })

function stage(right: 'edit' | 'comment' | 'read' = 'edit'): { store: DeskStore; session: StorySession } {
  const { store, session } = loneStory()
  store.setState(({ stories: { story } }) => ({
    me: { id: 'kit', name: 'Kit Marsh', role: 'sub-editor' },
    stories: story?.phase === 'open' ? { story: { ...story, access: { right, why: '' } } } : {},
  }))
  return { store, session }
}

describe('what may stand', () => {
  test.each(['here', 'story'] as const)(
    'with the scope “%s” is kept in the story, with who and where',
    (scope) => {
      const { store, session } = stage('comment')
      store.actions.ignoreFlags('story', [FLAG, flagOf({ words: 'wrod' })], scope)
      const rows = readIgnored(session.doc)
      expect(rows.map(({ words }) => words).toSorted()).toEqual(['teh', 'wrod'])
      expect(rows.find(({ words }) => words === 'teh')).toMatchObject({
        check: 'spelling',
        rule: 'teh',
        scope,
        before: 'saw ',
        after: ' sea',
        by: 'kit',
        at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u) as string,
      })
      expect(new Set(rows.map(({ id }) => id)).size).toBe(2)
    },
  )

  test('is flagged again when that is taken back, one row and not the others', () => {
    const { store, session } = stage()
    store.actions.ignoreFlags('story', [FLAG, flagOf({ words: 'wrod' })], 'here')
    const row = readIgnored(session.doc).find(({ words }) => words === 'teh')
    store.actions.heedIgnored('story', [row?.id ?? '', 'unknown'])
    expect(readIgnored(session.doc).map(({ words }) => words)).toEqual(['wrod'])
  })

  test('is no step of undo', () => {
    const { store, session } = stage()
    store.actions.setField('story', 'slug', 'sea')
    store.actions.ignoreFlags('story', [FLAG], 'here')
    store.actions.undo('story')
    expect(readIgnored(session.doc)).toHaveLength(1)
    expect(store.getState().stories['story']).toMatchObject({ fields: { slug: '' } })
  })

  test('is for those to say who may comment, in stories that are open', () => {
    const { store, session } = stage('read')
    store.actions.ignoreFlags('story', [FLAG], 'here')
    store.actions.ignoreFlags('another', [FLAG], 'here')
    store.setState({ me: null })
    store.actions.ignoreFlags('story', [FLAG], 'here')
    expect(readIgnored(session.doc)).toEqual([])
  })
})
