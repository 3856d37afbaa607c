import { expect, test } from 'vitest'
import { startStet } from './start-stet.ts'

test('npm start prints one address and serves the desk there, on every route', async () => {
  const served = await startStet(4491)
  try {
    expect(served.said.match(/https?:\/\/\S+/gu)).toHaveLength(1)
    for (const path of ['', '/stories/0190163d-8694-739b-aea5-966c26f8ad91', '/settings']) {
      const answer = await fetch(served.address + path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('<title>Stet</title>')
    }
  } finally {
    await served.stop()
  }
})
