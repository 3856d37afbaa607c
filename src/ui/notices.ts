/** A short message that goes by itself, with at most one thing to do about it ("Undo"). */
export type Notice = {
  readonly id: number
  readonly text: string
  readonly tone: 'info' | 'error'
  readonly action: { readonly label: string; readonly run: () => void } | null
}

let shown: readonly Notice[] = []
let announced = ''
let lastId = 0
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

/** Shows a notice and returns its id. At most three stand at once; the oldest goes first. */
export function showNotice(notice: {
  readonly text: string
  readonly tone?: Notice['tone']
  readonly action?: Notice['action']
}): number {
  lastId += 1
  const { text, tone = 'info', action = null } = notice
  shown = [...shown, { id: lastId, text, tone, action }].slice(-3)
  changed()
  return lastId
}

export function hideNotice(id: number): void {
  shown = shown.filter((notice) => notice.id !== id)
  changed()
}

/** Has a screen reader say something that is plain to see for others. */
export function announce(text: string): void {
  // The same words twice are read only when the text node differs.
  announced = announced === text ? `${text}\u00A0` : text
  changed()
}

export const noticesNow = (): readonly Notice[] => shown
export const announcedNow = (): string => announced

export function watchNotices(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
