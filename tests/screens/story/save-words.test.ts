import { expect, test } from 'vitest'
import type { SaveState } from '../../../src/backends/backend.ts'
import { saveWords } from '../../../src/screens/story/save-words.ts'

const edit = { right: 'edit', why: '' } as const

test.each<[SaveState, string, string]>([
  [{ kind: 'saved' }, 'Saved', ''],
  [{ kind: 'saving' }, 'Saving…', ''],
  [{ kind: 'offline', unsent: 0 }, 'Offline', 'everything is sent'],
  [{ kind: 'offline', unsent: 1 }, 'Offline', '1 unsent change, kept in this browser'],
  [{ kind: 'offline', unsent: 17 }, 'Offline', '17 unsent changes, kept in this browser'],
  [{ kind: 'failed', cause: 'full', message: 'The disk is full.' }, 'Not saved', 'The disk is full.'],
  [{ kind: 'read-only', message: 'Approved.' }, 'Read-only', 'Approved.'],
])('says of %j: %s', (save, word, reason) => {
  expect(saveWords(save, edit)).toMatchObject({ word, reason })
})
