import type * as awarenessProtocol from 'y-protocols/awareness'

/**
 * Forgets what the others said last: when the way to the server is lost. Otherwise what they say unchanged when it is there
 * again would be taken for old, and nobody seen until they moved.
 */
export function forgetOthers(awareness: awarenessProtocol.Awareness | null): void {
  for (const client of awareness?.meta.keys() ?? []) {
    if (client !== awareness?.clientID) awareness?.meta.delete(client)
  }
}
