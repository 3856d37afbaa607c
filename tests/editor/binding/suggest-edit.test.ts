import { describe, expect, it } from 'vitest'
import type { Case } from './played.ts'
import { played } from './played.ts'
import { drawn, openIds } from '../../domain/suggestions/reviewed.ts'
import {
  around,
  atWork,
  bold,
  caret,
  cut,
  cutFrom,
  drop,
  edit,
  join,
  kind,
  move,
  over,
  split,
  storyWith,
  type,
  typeAfter,
} from './suggesting.ts'
import { isTrue, shown } from './writer.ts'
import type { Writer } from './writer.ts'

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
