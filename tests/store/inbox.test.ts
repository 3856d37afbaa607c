import { describe, expect, test } from 'vitest'
import type { InboxNotice } from '../../src/store/desk-state.ts'
import { markRead, toldIn, unreadIn } from '../../src/store/inbox.ts'

const notice = (sequence: number, story: string, read = false): InboxNotice => ({
  sequence,
  story,
  headline: 'Ferry',
  slug: 'ferry',
  kind: 'submitted',
  by: { id: 'rita', name: 'Rita Reporter', role: 'reporter' },
  at: '2026-11-24T12:00:00Z',
  note: '',
  read,
})
const INBOX = {
  status: 'ready',
  value: [notice(9, 'a'), notice(7, 'b'), notice(5, 'a'), notice(3, 'b', true)],
} as const

describe('what is unread in an inbox', () => {
  test.each([
    ['is counted', INBOX, 3],
    ['is nothing before it is known', { status: 'loading' } as const, 0],
    ['is nothing that could be known', { status: 'failed', message: 'The disk is full.' } as const, 0],
  ])('%s', (_what, inbox, expected) => {
    expect(unreadIn(inbox)).toBe(expected)
  })

  test.each([
    ['all of it', 9, undefined, []],
    ['what was there when it was looked at', 7, undefined, [9]],
    ['that of one story', 9, 'a', [7]],
    ['that of one story up to then', 5, 'a', [9, 7]],
    ['nothing', 2, undefined, [9, 7, 5]],
  ])('is %s', (_what, upTo, story, unread) => {
    const after = markRead(INBOX, upTo, story)
    expect(toldIn(after).flatMap(({ read, sequence }) => (read ? [] : [sequence]))).toEqual(unread)
    expect(toldIn(after).map(({ sequence }) => sequence)).toEqual([9, 7, 5, 3])
  })

  test('is left alone while it is not known', () => {
    expect(markRead({ status: 'loading' }, 9)).toEqual({ status: 'loading' })
    expect(toldIn({ status: 'loading' })).toEqual([])
  })
})
