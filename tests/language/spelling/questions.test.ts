import { expect, test } from 'vitest'
import type { Dictionary } from '../../../src/language/spelling/dictionary.ts'
import { Questions } from '../../../src/language/spelling/questions.ts'
import type { SpelledWord } from '../../../src/language/spelling/words-of-line.ts'

const WORDS = new Set(['field', 'work', 'the', 'said', 'smith'])

/** A dictionary, and the words that it was asked for. */
function asked(): { readonly dictionary: Dictionary; readonly words: string[] } {
  const words: string[] = []
  const knows = (word: string): boolean => {
    words.push(word)
    return WORDS.has(word)
  }
  return { dictionary: { knows, near: () => [] }, words }
}

const spelled = (word: string, rest: Partial<SpelledWord> = {}): SpelledWord => ({
  from: 0,
  to: word.length,
  word,
  after: '',
  isFirst: false,
  isPart: false,
  ...rest,
})

test.each<[string, boolean, Partial<SpelledWord>, string | null]>([
  ['said', false, {}, null],
  ['becuase', false, {}, 'becuase'],
  ['Becuase', true, {}, 'Becuase'],
  ['Becuase', false, {}, null],
  ['Becuase', true, { after: 'Zbigniew' }, null],
  ['Becuase', true, { after: 'Said' }, 'Becuase'],
  ['fieldwork', false, {}, null],
  ['sed', false, {}, 'sed'],
  ['sed', false, { isPart: true }, null],
  ['go', false, {}, null],
  ['NATO', false, {}, null],
  ['McDonald', true, {}, null],
  ['Œuvré', false, {}, null],
  ['œuvré', false, {}, 'œuvré'],
  ['слово', false, {}, null],
  ['q'.repeat(25), false, {}, null],
])('%s, with a free capital: %s, where it stands so: %j', (word, isFree, rest, question) => {
  const questions = new Questions(asked().dictionary)
  const ask = (): string | null => questions.of(spelled(word, rest), isFree)
  expect([ask(), ask()]).toEqual([question, question])
})

test('one word is looked up once, and again when twenty thousand others were', () => {
  const { dictionary, words } = asked()
  const questions = new Questions(dictionary)
  const timesOf = (word: string): number => {
    questions.of(spelled(word), false)
    return words.filter((one) => one === word).length
  }
  expect([timesOf('said'), timesOf('said')]).toEqual([1, 1])
  for (let at = 0; at < 20_000; at++) questions.of(spelled(`x${at}`), false)
  expect(timesOf('said')).toBe(2)
})

test('what it knows of a word in one place is nothing about it in another', () => {
  const questions = new Questions(asked().dictionary)
  const answers = [true, false].flatMap((isFree) =>
    [true, false].flatMap((isPart) =>
      ['Becuase', 'sed'].map((word) => questions.of(spelled(word, { isPart }), isFree)),
    ),
  )
  expect(answers).toEqual(['Becuase', null, 'Becuase', 'sed', null, null, null, 'sed'])
})
