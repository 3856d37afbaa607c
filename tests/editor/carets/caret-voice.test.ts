import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { caretVoice } from '../../../src/editor/carets/caret-voice.ts'
import type { CaretPlace } from '../../../src/editor/carets/story-carets.ts'
import { caretRoom } from '../../backends/presence-room.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const at = (head: number, text = 'body'): CaretPlace => ({ text, anchor: head, head })
const BODY = {}
const DEK = {}

function speaking() {
  const carets = caretRoom().enter({ id: 'rita', name: 'Rita Reporter', role: 'reporter' })
  return { ...caretVoice(carets), carets }
}

test('the first place is said when the key is through, the last of all others after a pause', () => {
  const { say, carets } = speaking()
  say(BODY, () => at(1))
  expect(carets.said).toEqual([])
  vi.advanceTimersByTime(0)
  expect(carets.said).toEqual([at(1)])
  for (const head of [2, 3, 4]) {
    vi.advanceTimersByTime(10)
    say(BODY, () => at(head))
  }
  vi.advanceTimersByTime(19)
  expect(carets.said).toEqual([at(1)])
  vi.advanceTimersByTime(1)
  expect(carets.said).toEqual([at(1), at(4)])
  vi.advanceTimersByTime(1000)
  expect(carets.said).toEqual([at(1), at(4)])
})

test('a place is asked for only when it is said', () => {
  const { say } = speaking()
  let asked = 0
  const place = (): CaretPlace => at((asked += 1))
  for (let k = 0; k < 50; k++) say(BODY, place)
  vi.advanceTimersByTime(0)
  expect(asked).toBe(1)
})

test('the same place is not said twice', () => {
  const { say, carets } = speaking()
  say(BODY, () => at(1))
  vi.advanceTimersByTime(100)
  say(BODY, () => at(1))
  vi.advanceTimersByTime(100)
  expect(carets.said).toEqual([at(1)])
})

test('an editor that loses the focus has no caret, and none is said where there was none', () => {
  const { say, leave, carets } = speaking()
  leave(BODY)
  vi.advanceTimersByTime(100)
  expect(carets.said).toEqual([])
  say(BODY, () => at(1))
  vi.advanceTimersByTime(100)
  leave(BODY)
  vi.advanceTimersByTime(100)
  expect(carets.said).toEqual([at(1), null])
})

test('from one text to another there is no moment without a caret, in whatever order they tell', () => {
  const { say, leave, carets } = speaking()
  say(BODY, () => at(1))
  vi.advanceTimersByTime(100)
  leave(BODY)
  say(DEK, () => at(2, 'dek'))
  vi.advanceTimersByTime(100)
  say(BODY, () => at(3))
  leave(DEK)
  vi.advanceTimersByTime(100)
  expect(carets.said).toEqual([at(1), at(2, 'dek'), at(3)])
})

test('all editors of a story have one voice, those of another their own', () => {
  const { carets, say, leave } = speaking()
  expect(caretVoice(carets)).toMatchObject({ say, leave })
  expect(caretVoice(speaking().carets).say).not.toBe(say)
})
