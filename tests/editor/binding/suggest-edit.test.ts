import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { readContent } from '../../../src/domain/read-content.ts'
import { idAt } from '../../../src/domain/yjs-items.ts'
import { copyOf } from '../../domain/documents.ts'
import { canonical } from '../../fuzz/suggesting/canonical.ts'
import { body, decide, drawn, openIds } from '../../domain/suggestions/reviewed.ts'
import {
  around,
  atWork,
  bold,
  caret,
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
  storyWith,
  type,
  typeAfter,
} from './suggesting.ts'
import { isTrue, openWriter, shown } from './writer.ts'
import type { Writer } from './writer.ts'

type Case = readonly [
  what: string,
  blocks: readonly string[],
  act: (ann: Writer, ben: Writer) => void,
  drawn: string,
  will: readonly string[],
]

/** Ann's edits (Ben suggests in the same document): what is drawn, how it will be, and what is wrong. */
function played(blocks: readonly string[], act: Case[2]) {
  const doc = storyWith(...blocks)
  const [ann, ben] = [atWork(doc), atWork(doc, 'ben')]
  const was = canonical(readContent(doc))
  act(ann, ben)
  const wrong: string[] = []
  const check = (what: string, right: boolean): void => {
    if (!right) wrong.push(what)
  }
  check('how it was', canonical(readContent(doc, 'was')) === was)
  check('the editors', isTrue(ann) && isTrue(ben))
  for (const verdict of ['accept', 'reject'] as const) {
    const copy = copyOf(doc, verdict === 'accept' ? 30 : 31)
    const expected = canonical(readContent(doc, verdict === 'accept' ? 'will' : 'was'))
    check(verdict, decide(copy, verdict).ok && openIds(copy).length === 0)
    check(
      `${verdict}ed`,
      canonical(readContent(copy)) === expected && canonical(readContent(copy, 'was')) === expected,
    )
    check('an editor of it', isTrue(openWriter(copy)))
  }
  return { drawn: drawn(doc), will: body(doc), wrong }
}

describe('an edit while suggesting', () => {
  it.each<Case>([
    ['typing', ['abc'], (ann) => type(ann, 'b', 'X'), '¶a[+X]bc', ['aXbc']],
    ['deleting', ['abc'], (ann) => cut(ann, 'b'), '¶a[-b]c', ['ac']],
    ['typing over', ['abcd'], (ann) => over(ann, 'bc', 'X'), '¶a[-bc][+X]d', ['aXd']],
    [
      'what oneself typed',
      ['abc'],
      (ann) => {
        type(ann, 'b', 'XYZ')
        cut(ann, 'Y')
      },
      '¶a[+XZ]bc',
      ['aXZbc'],
    ],
    [
      'over one’s own and others’ words',
      ['abc'],
      (ann) => {
        type(ann, 'b', 'XY')
        cut(ann, 'Yb')
      },
      '¶a[+X][-b]c',
      ['aXc'],
    ],
    [
      'what somebody else suggests',
      ['abc'],
      (ann, ben) => {
        type(ben, 'b', 'XY')
        cut(ann, 'X')
      },
      '¶a[+-X][+Y]bc',
      ['aYbc'],
    ],
    ['a format', ['abc'], (ann) => bold(ann, 'b'), '¶a[~b]c', ['a*b*c']],
    ['a kind', ['abc', 'def'], (ann) => kind(ann, 'def', 'quote'), '¶abc[~¶]def', ['abc', 'quote: def']],
    ['a split', ['abcd'], (ann) => split(ann, 'c'), '¶ab[+¶]cd', ['ab', 'cd']],
    ['a join', ['ab', 'cd'], (ann) => join(ann, 'cd'), '¶ab[-¶]cd', ['abcd']],
    [
      'a join of what oneself split',
      ['abcd'],
      (ann) => {
        split(ann, 'c')
        join(ann, 'cd')
      },
      '¶abcd',
      ['abcd'],
    ],
    [
      'words over a block’s end',
      ['abc', 'quote: def'],
      (ann) => cutFrom(ann, 'c', 'd'),
      '¶ab[-c¶d]ef',
      ['abef'],
    ],
    ['a move', ['ab', 'cd', 'ef'], (ann) => move(ann, 'ef', 'ab'), '[~¶]ef¶ab¶cd', ['ef', 'ab', 'cd']],
    ['a block taken out', ['ab', 'cd', 'ef'], (ann) => drop(ann, 'cd'), '¶ab[-¶cd]¶ef', ['ab', 'ef']],
    ['a picture taken out', ['ab', '[a]', 'cd'], (ann) => drop(ann, '[a]'), '¶ab[-¶]¶cd', ['ab', 'cd']],
    [
      'a block made and moved',
      ['ab', 'cd'],
      (ann) => {
        split(ann, 'd')
        move(ann, 'd', 'ab')
      },
      '[+¶]d¶ab¶c',
      ['d', 'ab', 'c'],
    ],
  ])('%s', (_, blocks, act, signs, will) => {
    expect(played(blocks, act)).toEqual({ drawn: signs, will, wrong: [] })
  })
})

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

/** Strikes the unit at an index, as no key of the editor does. */
function strikeAt(doc: Y.Doc, at: number): void {
  const [client, clock] = idAt(doc.getText('body'), at) ?? [0, 0]
  doc.getMap('origins').set('s:cat1', { by: 'cat', at: '' })
  doc.getMap('suggestions').set('cat1', ['d', 'cat1', [[client, clock, 1]]])
}

describe('the caret', () => {
  it.each<readonly [string, readonly string[], (ann: Writer) => void, string]>([
    [
      'stays left of what Backspace strikes',
      ['abcd'],
      (ann) => {
        caret(ann, 'c')
        cut(ann, 'b')
      },
      'a|bcd',
    ],
    [
      'goes right of what Delete strikes',
      ['abcd'],
      (ann) => {
        caret(ann, 'c')
        cut(ann, 'c')
      },
      'abc|d',
    ],
    [
      'is behind what was typed over',
      ['abcd'],
      (ann) => {
        caret(ann, 'd')
        over(ann, 'bc', 'XY')
      },
      'abcXY|d',
    ],
    [
      'is left alone elsewhere',
      ['abcd'],
      (ann) => {
        caret(ann, 'd')
        cut(ann, 'a')
      },
      'abc|d',
    ],
    [
      'is behind what was typed',
      ['abcd'],
      (ann) => {
        caret(ann, 'c')
        edit(ann, (tr) => tr.insertText('X'))
      },
      'abX|cd',
    ],
    [
      'over a block’s end',
      ['ab', 'cd'],
      (ann) => {
        caret(ann, 'd')
        cutFrom(ann, 'b', 'c')
      },
      'a|b',
    ],
  ])('%s', (_, blocks, act, expected) => {
    const ann = atWork(storyWith(...blocks))
    act(ann)
    expect(around(ann)).toBe(expected)
  })
})

describe('steps of undo', () => {
  it.each<readonly [string, (ann: Writer) => void, number]>([
    [
      'typing on is one',
      (ann) => {
        for (const letter of 'XYZ') type(ann, 'c', letter)
      },
      1,
    ],
    [
      'Backspace again and again is one',
      (ann) => {
        for (const letter of 'fed') {
          caret(ann, letter, 1)
          cut(ann, letter)
        }
      },
      1,
    ],
    [
      'Delete again and again is one',
      (ann) => {
        for (const letter of 'bcd') {
          caret(ann, letter)
          cut(ann, letter)
        }
      },
      1,
    ],
    [
      'deleting elsewhere is another',
      (ann) => {
        cut(ann, 'b')
        cut(ann, 'e')
      },
      2,
    ],
    [
      'typing behind what was struck is another',
      (ann) => {
        cut(ann, 'b')
        typeAfter(ann, 'b', 'X')
      },
      2,
    ],
  ])('%s', (_, act, steps) => {
    const doc = storyWith('abcdef')
    const ann = atWork(doc)
    act(ann)
    const after = drawn(doc)
    expect(ann.undo.manager.undoStack).toHaveLength(steps)
    for (let k = 0; k < steps; k++) ann.undo.manager.undo()
    expect([drawn(doc), shown(ann), isTrue(ann)]).toEqual(['¶abcdef', ['abcdef'], true])
    for (let k = 0; k < steps; k++) ann.undo.manager.redo()
    expect([drawn(doc), isTrue(ann)]).toEqual([after, true])
  })
})

it('others see what is suggested as words like any others', () => {
  const doc = storyWith('abcd')
  const [ann, plain] = [atWork(doc), atWork(doc, null)]
  over(ann, 'bc', 'X')
  expect([shown(ann), shown(plain)]).toEqual([['abcXd'], ['abcXd']])
  cut(plain, 'bcX')
  expect([shown(ann), drawn(doc), openIds(doc)]).toEqual([['ad'], '¶ad', []])
})

it('a headline is edited as a suggestion too', () => {
  const doc = storyWith('abcd')
  doc.getText('headline').insert(0, 'Harbour vote')
  const ann = atWork(doc, 'ann', 'headline')
  over(ann, 'vote', 'day')
  expect([drawn(doc, 'headline'), isTrue(ann), openIds(doc)]).toEqual([
    'Harbour [-vote][+day]',
    true,
    ['ann1'],
  ])
})
