import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { SampleTest } from '../../../../src/screens/settings/checks/sample-test.tsx'
import '../../../../src/ui/base.css'
import { ruleOf } from '../../../domain/checks/house-rules.ts'

afterEach(cleanup)

// The very worker that stories are checked in.

test('a rule that runs away is stopped and named, and the others go on', async () => {
  const rules = [ruleOf('away', { pattern: '(a+)+$' }), ruleOf('ferry', { replacement: 'boat' })]
  render(<SampleTest label="Sample" rules={rules} />)
  await userEvent.fill(page.getByLabelText('Sample'), `The ferry ${'a'.repeat(60)}!`)
  await expect.element(page.getByText(/“away” was stopped/u), { timeout: 15_000 }).toBeVisible()
  await expect
    .element(page.getByRole('list', { name: 'Hits' }).getByText('ferry', { exact: true }))
    .toBeVisible()
  await userEvent.fill(page.getByLabelText('Sample'), 'Two ferry and one ferry.')
  await expect.element(page.getByText('2 hits')).toBeVisible()
})
