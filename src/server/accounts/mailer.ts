/** A mail in plain text. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string }

/** The newsroom's way to send mail. Fails with an exception where the mail could not be handed over. */
export type Mailer = { send(mail: Mail): Promise<void> }
