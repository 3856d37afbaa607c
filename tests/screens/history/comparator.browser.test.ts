import { afterEach, expect, test } from 'vitest'
import { answerQuestion } from '../../../src/screens/history/answer-question.ts'
import { createComparator, type Comparator } from '../../../src/screens/history/comparator.ts'
import { BLANK_CONTENT, plainSpans, type StoryContent } from '../../../src/domain/story-content.ts'

let comparator: Comparator
afterEach(() => {
  comparator.stop()
})

const story = (headline: string): StoryContent => ({ ...BLANK_CONTENT, headline: plainSpans(headline) })
const BEFORE = story('Harbor vote')
const AFTER = story('Harbour vote')

test('the worker answers as the page would, each question its own way', async () => {
  comparator = createComparator()
  const pair = { before: BEFORE, after: AFTER }
  const digest = { from: BEFORE, to: AFTER, verdicts: [], people: [] }
  const [rows, changes] = await Promise.all([comparator.ask('rows', pair), comparator.ask('digest', digest)])
  expect(rows).toEqual({ ok: true, value: answerQuestion({ kind: 'rows', of: pair }) })
  expect(changes).toEqual({ ok: true, value: answerQuestion({ kind: 'digest', of: digest }) })
})

test('what breaks the worker is said, and the next question is answered by another', async () => {
  comparator = createComparator()
  const broken = { before: null, after: AFTER } as unknown as { before: StoryContent; after: StoryContent }
  expect(await comparator.ask('rows', broken)).toMatchObject({ ok: false })
  expect(await comparator.ask('rows', { before: BEFORE, after: AFTER })).toMatchObject({ ok: true })
})

test('it can be used again after it was stopped', async () => {
  comparator = createComparator()
  await comparator.ask('rows', { before: BEFORE, after: AFTER })
  comparator.stop()
  expect(await comparator.ask('rows', { before: AFTER, after: BEFORE })).toMatchObject({ ok: true })
})
