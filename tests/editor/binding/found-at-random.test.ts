import { describe, expect, it } from 'vitest'
import type { Case } from './played.ts'
import { played } from './played.ts'
import type * as Y from 'yjs'
import { idAt } from '../../../src/domain/yjs-items.ts'
import {
  bold,
  cut,
  cutFrom,
  drop,
  edit,
  insertBlock,
  join,
  kind,
  move,
  over,
  split,
  type,
  typeAfter,
} from './suggesting.ts'

/** Strikes the unit at an index, as no key of the editor does. */
function strikeAt(doc: Y.Doc, at: number): void {
  const [client, clock] = idAt(doc.getText('body'), at) ?? [0, 0]
  doc.getMap('origins').set('s:cat1', { by: 'cat', at: '' })
  doc.getMap('suggestions').set('cat1', ['d', 'cat1', [[client, clock, 1]]])
}

// Each of these went wrong once while two people edited at random.
describe('what edits at random found', () => {
  it.each<Case>([
    [
      'the same letters typed over struck ones are new',
      ['abcd'],
      (ann) => {
        cut(ann, 'bc')
        over(ann, 'bc', 'bc')
      },
      '¶a[+bc][-bc]d',
      ['abcd'],
    ],
    [
      'a format over struck words leaves them',
      ['abcd'],
      (ann) => {
        cut(ann, 'b')
        bold(ann, 'abcd')
      },
      '¶[~a][-b][~cd]',
      ['*acd*'],
    ],
    [
      'formats on both sides of an insertion',
      ['abcd'],
      (ann) =>
        edit(ann, (tr) => {
          const mark = ann.editor.schema.marks['bold']?.create()
          return mark ? tr.addMark(1, 5, mark).insertText('X', 3, 3).removeMark(3, 4) : tr
        }),
      '¶[~ab][+X][~cd]',
      ['*ab*X*cd*'],
    ],
    [
      'a kind in a block that is joined by a suggestion goes to where it will be',
      ['ab', 'cd'],
      (ann) => {
        join(ann, 'cd')
        kind(ann, 'cd', 'quote')
      },
      '[~¶]ab[-¶]cd',
      ['quote: abcd'],
    ],
    [
      'a struck picture between blocks still says where others stand',
      ['ab', '[a]', 'cd', 'ef'],
      (ann) => {
        move(ann, 'ef', 'cd')
        drop(ann, '[a]')
      },
      '¶ab[-¶][~¶]ef¶cd',
      ['ab', 'ef', 'cd'],
    ],
    [
      'a struck block by which another was moved',
      ['ab', 'cd', 'ef'],
      (ann) => {
        move(ann, 'ef', 'cd')
        drop(ann, 'ab')
      },
      '[-¶ab][~¶]ef¶cd',
      ['ef', 'cd'],
    ],
    [
      'a join to a block that was moved away',
      ['ab', 'cd', 'ef'],
      (ann) => {
        move(ann, 'ab', null)
        join(ann, 'ef')
      },
      '¶cd[-¶]ef[~¶]ab',
      ['cdef', 'ab'],
    ],
    [
      'a join behind a picture that was moved',
      ['ab', '[a]', 'cd'],
      (ann) => {
        move(ann, '[a]', 'ab')
        join(ann, 'cd')
      },
      '[~¶]¶ab[-¶]cd',
      ['[a]', 'abcd'],
    ],
    [
      'one’s own start, before words that are all struck, just goes',
      ['ab', 'cd', 'ef'],
      (ann) => {
        move(ann, 'cd', 'ab')
        split(ann, 'b')
        cut(ann, 'b')
        join(ann, 'b')
      },
      '[~¶]cd¶a[-b]¶ef',
      ['cd', 'a', 'ef'],
    ],
    [
      'a block that begins a story without a start',
      ['ab'],
      (ann) => {
        strikeAt(ann.doc, 0)
        type(ann, 'b', 'X')
      },
      '[-¶]a[+X]b',
      ['aXb'],
    ],
    [
      'words inserted before a struck block',
      ['ab', 'cd'],
      (ann) => {
        drop(ann, 'cd')
        typeAfter(ann, 'ab', 'X')
      },
      '¶ab[+X][-¶cd]',
      ['abX'],
    ],
    [
      'all of it struck, then something new',
      ['ab', 'cd'],
      (ann) => {
        cutFrom(ann, 'ab', 'cd')
        type(ann, 'ab', 'X')
      },
      '¶[+X][-ab¶cd]',
      ['X'],
    ],
    [
      'a lone seam stays a block when the picture before it is struck',
      ['ab', '[a]', 'seam: cd', 'ef'],
      (ann) => {
        drop(ann, '[a]')
        split(ann, 'b')
      },
      '¶a[+¶]b[-¶][~¶]cd¶ef',
      ['a', 'b', 'cd', 'ef'],
    ],
    [
      'a seam behind a picture that is struck already continues what will be before it',
      ['ab', '[a]', 'seam: cd', 'ef'],
      (ann) => {
        strikeAt(ann.doc, 3)
        split(ann, 'b')
      },
      '¶a[+¶]b[-¶]¶cd¶ef',
      ['a', 'bcd', 'ef'],
    ],
    [
      'one’s own start behind a picture that is struck with it',
      ['ab', '[a]', 'ef', 'gh'],
      (ann) => {
        move(ann, 'gh', 'ef')
        insertBlock(ann, 'cz', 'gh')
        cutFrom(ann, 'b', 'c')
      },
      '¶a[-b¶][+¶z][~¶]gh¶ef',
      ['az', 'gh', 'ef'],
    ],
    [
      'one’s own start before struck words, which lie behind another block than they are shown',
      ['abc', 'gh'],
      (ann) => {
        split(ann, 'c')
        cut(ann, 'c')
        move(ann, 'gh', 'c')
        join(ann, 'c')
      },
      '¶ab[-c][~¶]gh',
      ['ab', 'gh'],
    ],
  ])('%s', (_, blocks, act, signs, will) => {
    expect(played(blocks, act)).toEqual({ drawn: signs, will, wrong: [] })
  })
})
