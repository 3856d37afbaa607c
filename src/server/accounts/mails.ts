import { ROLE_NAMES } from '../../domain/person.ts'
import type { Role } from '../../domain/person.ts'
import type { Mail } from './mailer.ts'

/** An invitation, in words of ours. `by` is the name of whoever invites. */
export const invitationMail = (invited: {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly by: string
  readonly link: string
}): Mail => ({
  to: invited.email,
  subject: `${invited.by} invites you to their newsroom`,
  text: `Dear ${invited.name},

${invited.by} invites you to the newsroom’s desk, where stories are
written and edited. You will be there as: ${ROLE_NAMES[invited.role]}.

Open this link to choose a password and begin:

${invited.link}

It works once, and for seven days. If you don’t know what this is
about, you need do nothing: without the link nothing happens.
`,
})

/** A link to set a new password, which somebody asked for. */
export const resetMail = (to: {
  readonly name: string
  readonly email: string
  readonly link: string
}): Mail => ({
  to: to.email,
  subject: 'A new password for the newsroom’s desk',
  text: `Dear ${to.name},

somebody, most likely you, asked to set a new password for your
account on the newsroom’s desk. Open this link to do so:

${to.link}

It works once, and for one hour. If it wasn’t you, you need do
nothing: your password stays as it is.
`,
})

/** Tells somebody that their password is another one now, in case it wasn't them. */
export const passwordChangedMail = (to: { readonly name: string; readonly email: string }): Mail => ({
  to: to.email,
  subject: 'Your password was changed',
  text: `Dear ${to.name},

the password of your account on the newsroom’s desk was changed just
now, and your other sessions were ended. If it wasn’t you, tell a
chief of your newsroom at once.
`,
})
