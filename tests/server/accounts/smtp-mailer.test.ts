import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { invitationMail, passwordChangedMail, resetMail } from '../../../src/server/accounts/mails.ts'
import { smtpMailer } from '../../../src/server/accounts/smtp-mailer.ts'

type Received = { readonly from: string; readonly to: readonly string[]; readonly text: string }

const servers: SMTPServer[] = []

/** A mail server that listens on loopback, takes what it is given, and refuses boxes that are called "full". */
async function listen(): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('full@') ? new Error('the box is full') : null),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        })
        done()
      })
    },
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, received }
}

afterEach(async () => {
  await Promise.all(
    servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
  )
})

/** A mail's text as whoever gets it reads it. */
const readable = (text: string): string =>
  Buffer.from(
    text
      .replaceAll(/=\r?\n/g, '')
      .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

const LINK = 'https://desk.example/invitation#Zk3-_x9QmB1c0u7YwLr5dE8tG2hJ4vN6pS0aTqXyM1o'

describe('smtpMailer', () => {
  test('sends our mails in plain text, with the whole link in them', async () => {
    const { url, received } = await listen()
    const mailer = smtpMailer(url, 'Stet <desk@paper.example>')
    const ben = { name: 'Bénédicte', email: 'ben@paper.example' }
    await mailer.send(invitationMail({ ...ben, role: 'sub-editor', by: 'Ada', link: LINK }))
    await mailer.send(resetMail({ ...ben, link: LINK }))
    await mailer.send(passwordChangedMail(ben))
    expect(received.map(({ from, to }) => [from, to])).toEqual(
      [0, 1, 2].map(() => ['desk@paper.example', ['ben@paper.example']]),
    )
    const [invitation = '', reset = '', changed = ''] = received.map(({ text }) => readable(text))
    for (const mail of [invitation, reset, changed]) {
      expect(mail).toContain('Content-Type: text/plain; charset=utf-8')
      expect(mail).not.toContain('text/html')
      expect(mail).toContain('Dear Bénédicte,')
    }
    expect(invitation).toContain(LINK)
    expect(invitation).toContain('Sub-editor')
    expect(reset).toContain(LINK)
    expect(changed).not.toContain('https:')
  })

  test('a name can’t put headers or other people into a mail', async () => {
    const { url, received } = await listen()
    const mailer = smtpMailer(url, 'desk@paper.example')
    const by = 'Ada\r\nBcc: all@paper.example'
    await mailer.send(
      invitationMail({ name: 'x', email: 'ben@paper.example', role: 'chief', by, link: LINK }),
    )
    await mailer.send({ to: 'a,b@paper.example', subject: 'x', text: 'x' }).catch(() => null)
    expect(received[0]?.to).toEqual(['ben@paper.example'])
    expect(received[0]?.text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
    expect(received.flatMap(({ to }) => to)).not.toContain('b@paper.example')
  })

  test('fails where the box doesn’t take it, or nobody listens', async () => {
    const { url, received } = await listen()
    const mail = { subject: 'x', text: 'x' }
    await expect(
      smtpMailer(url, 'a@paper.example').send({ ...mail, to: 'full@paper.example' }),
    ).rejects.toThrow('the box is full')
    expect(received).toEqual([])
    const gone = smtpMailer('smtp://127.0.0.1:9', 'a@paper.example')
    await expect(gone.send({ ...mail, to: 'ben@paper.example' })).rejects.toThrow('ECONNREFUSED')
  })
})
