import type { Log } from '../log.ts'
import type { Mail, Mailer } from './mailer.ts'

/** Mails and what has to be found out for them, one after the other, apart from the answers that people wait for. */
export type PostOffice = {
  /** Sends a mail soon. Whether it went is for the log: nobody waits for it. */
  send(mail: Mail): void
  /** Does some work soon, and sends the mail that it answers with, if it does. */
  sendLater(work: () => Promise<Mail | null>): void
}

/** So many may wait; more than that is nobody's newsroom. */
const MOST_WAITING = 500

/** A post office; without a mailer all mail is dropped. */
export function openPostOffice(mailer: Mailer | null, log: Log): PostOffice {
  let waiting = 0
  let last = Promise.resolve()
  const sendLater = (work: () => Promise<Mail | null>): void => {
    if (!mailer) return
    if (waiting >= MOST_WAITING) {
      log.error({ event: 'mail dropped', waiting }, 'too much mail is waiting')
      return
    }
    waiting++
    last = last.then(async () => {
      try {
        const mail = await work()
        if (mail) await mailer.send(mail)
      } catch (error) {
        // What a mail server says may hold the address of whoever was to get it.
        const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
        log.error({ event: 'mail failed', code }, 'a mail could not be sent')
      } finally {
        waiting--
      }
    })
  }
  return { send: (mail) => sendLater(async () => mail), sendLater }
}
