import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import '../../../src/ui/base.css'
import type { Action } from '../../../src/domain/workflow.ts'
import { JANE, KIT, stageStory } from './story-stage.tsx'

afterEach(cleanup)

const topOf = async (name: string): Promise<number> => {
  const button = await screen.findByRole('button', { name })
  return Math.round(button.getBoundingClientRect().top)
}

const submit: Action = { type: 'submit' }
const claim: Action = { type: 'claim' }
test.each([
  ['Submit', 'Export', JANE, []],
  ['Claim', 'Export', KIT, [[JANE, submit]]],
  [
    'Approve',
    'Request changes',
    KIT,
    [
      [JANE, submit],
      [KIT, claim],
    ],
  ],
] as const)('on a phone “…” and “%s” stand on the line of “%s”', async (step, beside, becomes, steps) => {
  await page.viewport(390, 844)
  await stageStory(undefined, { becomes, steps })
  const line = await topOf(beside)
  expect([await topOf(step), await topOf('More actions')]).toEqual([line, line])
})
