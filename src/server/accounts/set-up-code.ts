import { randomBytes } from 'node:crypto'

/** Without I, L, O and U, which are misread or make words. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 4
const GROUP = 5

/** A code for the first chief, to be read from the server's own terminal: 100 random bits as `7K2QX-…`, four groups of five. */
export function newSetUpCode(): string {
  const characters = [...randomBytes(GROUPS * GROUP)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length))
  return Array.from({ length: GROUPS }, (_, at) =>
    characters.slice(at * GROUP, (at + 1) * GROUP).join(''),
  ).join('-')
}

/** A code as somebody typed it, as it was printed: case, spaces, dashes and look-alikes don't matter. */
export function readSetUpCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll('O', '0')
  return (letters.match(/.{1,5}/gu) ?? []).join('-')
}
