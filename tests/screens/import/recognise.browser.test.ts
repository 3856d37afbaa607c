import { afterEach, expect, test } from 'vitest'
import { recogniseCopy } from '../../../src/screens/import/recognise-copy.ts'
import type { Recogniser } from '../../../src/screens/import/recognise.ts'
import { createRecogniser } from '../../../src/screens/import/recognise.ts'
import { SAMPLE_COPY } from '../../../src/screens/welcome/sample-copy.ts'

let recogniser: Recogniser
afterEach(() => {
  recogniser.stop()
})

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values)

test.each([
  ['copy', { text: SAMPLE_COPY, name: '' }],
  ['HTML', { text: '<h1>A headline</h1><p>Text with <b>bold</b> words.</p>', name: 'story.html' }],
  ['a file', { bytes: new TextEncoder().encode('# A headline\n\nText.'), name: 'story.md' }],
  ['what is no text', { bytes: bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1), name: 'photo.txt' }],
])('the worker answers about %s as the page would', async (_what, input) => {
  recogniser = createRecogniser()
  expect(await recogniser.recognise(input)).toEqual(recogniseCopy(input))
})

test('several questions are each answered, and it can be used again after it was stopped', async () => {
  recogniser = createRecogniser()
  const answers = await Promise.all(
    ['One headline', 'Another headline'].map((text) => recogniser.recognise({ text, name: '' })),
  )
  expect(answers.map((answer) => answer.ok && answer.kind === 'copy' && answer.source.text)).toEqual([
    'One headline',
    'Another headline',
  ])
  recogniser.stop()
  expect(await recogniser.recognise({ text: 'A third', name: '' })).toMatchObject({ ok: true })
})
