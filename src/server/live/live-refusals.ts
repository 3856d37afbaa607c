import type { Refusal } from '../../backends/backend.ts'
import type { LiveRefusal } from '../../backends/wire/live.ts'

/** A refusal as it goes over a live connection. */
export const asLive = ({
  reason,
  message,
  isClosed = false,
}: Refusal & { readonly isClosed?: boolean }): LiveRefusal => ({ reason, message, isClosed })

/** What the story had no room for. */
export const tooLarge = (): LiveRefusal => ({
  reason: 'invalid',
  message:
    'This story has grown larger than the server keeps, so the last changes were not stored. Everything before them is safe. Divide the story, or take something out of it.',
  isClosed: false,
})

/** One message held more than is stored at once. */
export const tooMuchAtOnce = (): LiveRefusal => ({
  reason: 'invalid',
  message:
    'What was written is more than the server takes at once, so it was not stored. Everything before it is safe. Copy what you wrote, reload the page, and add it in smaller pieces.',
  isClosed: false,
})

/** Nobody, or nobody any more, is signed in. */
export const signedOut = (): LiveRefusal => ({
  reason: 'not allowed',
  message: 'You are not signed in any more. Sign in again to go on; what was stored is safe.',
  isClosed: false,
})

/** The page was opened by one person and its browser's session is another's by now. */
export const someoneElse = (): LiveRefusal => ({
  reason: 'not allowed',
  message:
    'Somebody else is signed in in this browser by now, so nothing was sent in their name. What you wrote is kept here. Reload the page to go on.',
  isClosed: false,
})

/** The server failed in a way that nobody foresaw. */
export const unforeseen = (): LiveRefusal => ({
  reason: 'storage',
  message: 'The server could not store this just now. It is tried again by itself.',
  isClosed: false,
})
