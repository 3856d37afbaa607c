import { describe, expect, test } from 'vitest'
import type { Status } from '../../../src/domain/story-record.ts'
import { STATUSES } from '../../../src/domain/story-record.ts'
import { offeredSteps } from '../../../src/screens/story/story-steps.ts'
import { EVERYBODY, recordWith } from '../../domain/story-records.ts'

type Who = keyof typeof EVERYBODY

/** Buttons, then the menu; what is off stands in brackets. */
function offered(status: Status, who: Who): string {
  const { main, more } = offeredSteps(recordWith({ status }), EVERYBODY[who])
  const words = (steps: typeof main): string =>
    steps.map(({ step, why }) => (why === '' ? step : `(${step})`)).join(', ')
  return `${words(main)} | ${words(more)}`
}

const rows: readonly [Status, Who, string][] = [
  ['draft', 'writer', 'submit | spike'],
  ['draft', 'sub', '(submit) | (spike)'],
  ['draft', 'reporter', '(submit) | (spike)'],
  ['draft', 'chief', 'submit | spike'],
  ['changes requested', 'writer', 'submit | (spike)'],
  ['submitted', 'writer', 'withdraw | (claim), (spike)'],
  ['submitted', 'sub', 'claim | (withdraw), (spike)'],
  ['submitted', 'writing sub', 'claim | withdraw, (spike)'],
  ['submitted', 'reporter', '(claim) | (withdraw), (spike)'],
  ['in review', 'claimant', 'request changes, approve | (take over), release, (spike)'],
  ['in review', 'sub', 'take over | (release), (request changes), (approve), (spike)'],
  ['in review', 'chief', 'request changes, approve | take over, release, spike'],
  ['in review', 'writing chief', 'request changes, (approve) | take over, release, spike'],
  ['in review', 'writer', '(approve) | (take over), (release), (request changes), (spike)'],
  ['approved', 'sub', 'reopen | (spike)'],
  ['approved', 'writer', '(reopen) | (spike)'],
  ['spiked', 'chief', 'restore | '],
  ['spiked', 'writer', '(restore) | '],
  ['published', 'chief', ' | '],
]
test.each(rows)('%s, to the %s', (status, who, steps) => {
  expect(offered(status, who)).toBe(steps)
})

describe.each(STATUSES)('of a story that is %s', (status) => {
  test.each(Object.keys(EVERYBODY) as Who[])('nothing is offered twice to the %s', (who) => {
    const { main, more } = offeredSteps(recordWith({ status }), EVERYBODY[who])
    const steps = [...main, ...more].map(({ step }) => step)
    expect(new Set(steps).size).toBe(steps.length)
    expect(main.length === 0).toBe(steps.length === 0)
  })
})
