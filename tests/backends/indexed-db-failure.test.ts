import { expect, test } from 'vitest'
import { BLOCKED, MISSING, OLDER_TAB, OUTDATED, troubleOf } from '../../src/backends/indexed-db-failure.ts'

const failures: readonly [unknown, string, RegExp][] = [
  [new DOMException('', 'QuotaExceededError'), 'full', /full.*Free some room/],
  [Object.assign(new Error('quota'), { name: 'QuotaExceededError' }), 'full', /full/],
  [new DOMException('', 'VersionError'), 'blocked', /newer version.*Reload/],
  [new DOMException('', 'SecurityError'), 'blocked', /private window/],
  [new DOMException('', 'NotAllowedError'), 'blocked', /private window/],
  [new DOMException('', 'UnknownError'), 'unknown', /UnknownError.*tried again/],
  [new DOMException('', 'AbortError'), 'unknown', /AbortError/],
  ['text', 'unknown', /no reason given/],
  [{ name: 'QuotaExceededError' }, 'unknown', /no reason given/],
  [null, 'unknown', /no reason given/],
]
test.each(failures)('%s means %s', (error, cause, says) => {
  const trouble = troubleOf(error)
  expect(trouble.cause).toBe(cause)
  expect(trouble.message).toMatch(says)
})

test('whatever happened, the message says what is safe and what to do', () => {
  const all = [BLOCKED, MISSING, OLDER_TAB, OUTDATED, ...failures.map(([error]) => troubleOf(error))]
  for (const { message } of all) expect(message).toMatch(/still here: copy or download/)
  expect(new Set([BLOCKED, MISSING, OLDER_TAB, OUTDATED].map(({ message }) => message)).size).toBe(4)
})
