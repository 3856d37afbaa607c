import { createTransport } from 'nodemailer'
import type { Mailer } from './mailer.ts'

/** Milliseconds to wait for a mail server that doesn't answer. */
const PATIENCE = 20_000

/** Sends mail by the SMTP server at that URL (smtp: or smtps:), from that address. */
export function smtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport(
    { url: smtpUrl, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE },
    { from },
  )
  return {
    async send({ to, subject, text }) {
      // The address is given as it is, and not as text in which nodemailer would look for several.
      await transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    },
  }
}
