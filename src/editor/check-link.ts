/** An address that may stand in a story, or why it may not, in words for the person who typed it. */
export type LinkCheck =
  | { readonly ok: true; readonly href: string }
  | { readonly ok: false; readonly message: string }

const refuse = (message: string): LinkCheck => ({ ok: false, message })

// "example.com", "www.example.com/path", "localhost:3000" or "192.0.2.1": a host with a dot or a port, then anything.
const BARE_HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}(?::\d+)?(?:[/?#].*)?$/u
const EMAIL = /^[^\s@:/?#<>()]+@[^\s@:/?#<>()]+\.[^\s@:/?#<>()]+$/
const SCHEME = /^([a-z][a-z0-9+.-]*):/i
// Browsers drop these inside of an address, so "java\tscript:" would be read as a scheme.
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE = /[\u0000-\u001F\u007F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g

/**
 * Checks and completes an address: http, https and mailto pass; a bare domain gets "https://", a bare e-mail address
 * "mailto:"; everything else is refused, relative addresses included, since a story has no page of its own yet.
 */
export function checkLink(text: string): LinkCheck {
  const typed = text.replace(INVISIBLE, '').trim()
  if (typed === '') return refuse('Type an address, for instance example.com/story.')
  if (EMAIL.test(typed)) return { ok: true, href: `mailto:${typed}` }
  if (BARE_HOST.test(typed)) return complete(`https://${typed}`)
  if (typed.startsWith('//')) return complete(`https:${typed}`)
  const scheme = SCHEME.exec(typed)?.[1]?.toLowerCase()
  if (scheme === undefined) return refuse('Give the whole address, beginning with https://.')
  if (scheme === 'mailto') return mailto(typed)
  if (scheme !== 'http' && scheme !== 'https') {
    return refuse(`Addresses beginning with “${scheme}:” can’t be used. Use https, http or mailto.`)
  }
  return complete(typed)
}

function complete(address: string): LinkCheck {
  if (/\s/.test(address)) return refuse('An address can’t hold blanks.')
  if (!/^https?:\/\//i.test(address)) return refuse('After “https:” come two slashes.')
  const url = URL.parse(address)
  if (url === null || url.hostname === '')
    return refuse('This doesn’t read as an address. Check its spelling.')
  if (url.username !== '' || url.password !== '')
    return refuse('An address can’t hold a user name or password.')
  // What was typed is kept where it is sound: URL.href would escape letters that people can read.
  return { ok: true, href: address }
}

function mailto(address: string): LinkCheck {
  const recipient = address.slice('mailto:'.length).split('?')[0] ?? ''
  return EMAIL.test(recipient)
    ? { ok: true, href: address }
    : refuse('After “mailto:” comes an e-mail address, for instance desk@example.com.')
}
