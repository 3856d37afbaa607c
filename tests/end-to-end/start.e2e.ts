import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'

test('npm start prints one address and serves the desk there', async () => {
  const child = spawn('npm', ['start', '--silent', '--', '--port', '4391'], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    let said = ''
    for await (const chunk of child.stdout) {
      said += String(chunk)
      if (/https?:\/\/\S+/u.test(said)) break
    }
    const addresses = said.match(/https?:\/\/\S+/gu) ?? []
    expect(addresses).toHaveLength(1)
    for (const path of ['', 'stories/0190163d-8694-739b-aea5-966c26f8ad91']) {
      const answer = await fetch(`${addresses[0] ?? ''}${path}`)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('<title>Stet</title>')
    }
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
    await ended
  }
})
