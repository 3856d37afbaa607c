/**
 * The Yjs client id that a new story is written under, from the random end of its id. So whoever makes a story far from
 * its server has the same document as the server makes of it later, change for change.
 */
export const seederOf = (id: string): number => Number.parseInt(id.slice(-8), 16)
