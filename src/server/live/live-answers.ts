import { OutgoingMessage } from '@hocuspocus/server'
import type { LiveNews, LiveRefusal } from '../../backends/wire/live.ts'
import { DESK_DOCUMENT } from '../../backends/wire/live.ts'

/** What is new on the desk, as it goes to a browser that listens to the desk's document. */
export const deskMessage = (news: LiveNews): Uint8Array =>
  new OutgoingMessage(DESK_DOCUMENT).writeStateless(JSON.stringify(news)).toUint8Array()

/** One more update of a document is stored. */
export const acknowledgement = (name: string): Uint8Array =>
  new OutgoingMessage(name).writeSyncStatus(true).toUint8Array()

/** A document is not opened, because too many are. */
export const denial = (name: string): Uint8Array => {
  const refusal: LiveRefusal = {
    reason: 'invalid',
    message: 'Too many stories are open in this tab. Close some of them, then open this one again.',
    isClosed: false,
  }
  return denialOf(name, refusal)
}

/** A document is not opened. */
export const denialOf = (name: string, refusal: LiveRefusal): Uint8Array =>
  new OutgoingMessage(name).writePermissionDenied(JSON.stringify(refusal)).toUint8Array()
