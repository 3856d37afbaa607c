import { expect, test } from 'vitest'
import { databaseFailure } from '../../../src/server/storage/database-failure.ts'

const failing = (code: string, message = ''): Error => Object.assign(new Error(message), { code })

const cases: readonly [unknown, unknown][] = [
  [failing('40001'), 'conflict'],
  [failing('40P01', 'deadlock detected'), 'conflict'],
  [failing('ECONNREFUSED'), 'lost'],
  [failing('ECONNRESET'), 'lost'],
  [failing('08006'), 'lost'],
  [failing('57P01', 'terminating connection due to administrator command'), 'lost'],
  [failing('57P03', 'the database system is starting up'), 'lost'],
  [failing('53300', 'too many connections'), 'lost'],
  [new Error('Connection terminated unexpectedly'), 'lost'],
  [new Error('Query read timeout'), 'lost'],
  [failing('55P03', 'canceling statement due to lock timeout'), 'unknown'],
  [failing('57P05', 'terminating connection due to idle-session timeout'), 'lost'],
  [new Error('timeout exceeded when trying to connect'), 'lost'],
  [failing('53100', 'could not extend file'), 'full'],
  [failing('ENOSPC'), 'full'],
  [failing('58030', 'could not read file'), 'unknown'],
  [failing('XX001', 'invalid page'), 'unknown'],
  [failing('57014', 'canceling statement due to statement timeout'), 'unknown'],
  [failing('EIO'), 'unknown'],
  [failing('42P01', 'relation does not exist'), null],
  [failing('23505', 'duplicate key'), null],
  [failing('25006', 'cannot execute INSERT in a read-only transaction'), null],
  [new TypeError('undefined is not a function'), null],
  ['no error at all', null],
]

test.each(cases)('what %o means: %o', (error, expected) => {
  const found = databaseFailure(error)
  expect(typeof found === 'object' ? (found?.cause ?? null) : found).toBe(expected)
})

test('people are told what happened, what is safe and what to do, without the database’s own words', () => {
  const found = databaseFailure(failing('53100', 'could not extend file "base/1/2": secret'))
  expect(found).toMatchObject({
    message: expect.stringMatching(/full.*still there.*free some room/) as unknown,
  })
  expect(JSON.stringify(found)).not.toContain('secret')
})
