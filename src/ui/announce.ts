let said = ''
const listeners = new Set<() => void>()

/** Has a screen reader say something that is plain to see for others (needs a LiveRegion on the page). */
export function announce(text: string): void {
  // The same words twice are read only when the text node differs.
  said = said === text ? `${text}\u00A0` : text
  for (const listener of listeners) listener()
}

export const announcedNow = (): string => said

export function watchAnnouncements(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
