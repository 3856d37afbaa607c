import { describe, expect, test } from 'vitest'
import type { Mail } from '../../../src/server/accounts/mailer.ts'
import { openPostOffice } from '../../../src/server/accounts/post-office.ts'
import { createLog } from '../../../src/server/log.ts'

const mailTo = (to: string): Mail => ({ to, subject: 'x', text: 'x' })

const office = (send: (mail: Mail) => Promise<void>) => {
  const log: string[] = []
  return {
    log,
    post: openPostOffice(
      { send },
      createLog('debug', (line) => log.push(line)),
    ),
  }
}

describe('openPostOffice', () => {
  test('sends one after the other, also after one that failed', async () => {
    const sent: string[] = []
    const { log, post } = office(async ({ to }) => {
      if (to === 'b') throw new Error('no such box: b@paper.example')
      sent.push(to)
    })
    post.send(mailTo('a'))
    post.send(mailTo('b'))
    post.sendLater(async () => {
      throw new Error('nothing there')
    })
    post.sendLater(async () => null)
    post.send(mailTo('c'))
    expect(sent).toEqual([])
    await expect.poll(() => sent).toEqual(['a', 'c'])
    expect(log).toHaveLength(2)
    expect(log.join('')).not.toContain('paper.example')
  })

  test('drops what is too much, and says so', async () => {
    let open: () => void = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const sent: string[] = []
    const { log, post } = office(async ({ to }) => {
      await gate
      sent.push(to)
    })
    for (let mail = 0; mail < 502; mail++) post.send(mailTo(String(mail)))
    expect(log).toHaveLength(2)
    open()
    await expect.poll(() => sent.length).toBe(500)
    post.send(mailTo('later'))
    await expect.poll(() => sent.at(-1)).toBe('later')
  })

  test('without a mailer nothing is done', () => {
    const post = openPostOffice(null, createLog('silent'))
    let isAsked = false
    post.sendLater(async () => {
      isAsked = true
      return null
    })
    post.send(mailTo('a'))
    expect(isAsked).toBe(false)
  })
})
