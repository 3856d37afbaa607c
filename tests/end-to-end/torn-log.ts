import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from './browser.ts'

/** A whole record of 299 bytes is announced, and nothing follows. */
const HEAD = Uint8Array.of(0x5a, 0x17, 0x90, 0x3c, 0x2b, 0x01, 0x01)

/** The files into which a profile's IndexedDB writes at the moment. */
export function logsOf({ folder }: Profile): readonly string[] {
  const databases = join(folder, 'Default', 'IndexedDB')
  return readdirSync(databases)
    .filter((name) => name.endsWith('.leveldb'))
    .flatMap((name) => readdirSync(join(databases, name)).map((file) => join(databases, name, file)))
    .filter((path) => path.endsWith('.log'))
}

/** Leaves a profile's IndexedDB as a browser does that is killed between the head of a record and what follows. */
export function tearLog(profile: Profile): readonly string[] {
  const logs = logsOf(profile)
  if (logs.length === 0) throw new Error('Nothing was written in this profile')
  for (const log of logs) appendFileSync(log, HEAD)
  return logs
}
