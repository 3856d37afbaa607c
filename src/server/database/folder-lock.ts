import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pid } from 'node:process'
import { isSameProcess, startOf } from './process-start.ts'

/** Another server has this folder; the message is for people. */
export class FolderInUse extends Error {
  constructor(folder: string, holder: number) {
    super(
      `Stet is already running on the folder ${folder} (process ${holder}), and only one server may use it at a time. Nothing was changed. Use the one that runs, or stop it first (kill ${holder}), or start this one on another folder with STET_DATA.`,
    )
    this.name = 'FolderInUse'
  }
}

type Holder = { readonly pid: number; readonly started: string | null }

const NAME = /^server-(\d+)\.lock$/

/**
 * Takes a folder for this process, and answers with the way to give it back. Throws `FolderInUse` where another living
 * process has it. A process that was killed has given its folder up at once.
 *
 * Locks count up: whoever finds the holder of the last one dead makes the next, which only one can (a link to a name that
 * is there fails). None is ever taken away by anybody but the holder of a later one, so that nobody removes, of two who
 * find a dead one at the same moment, the fresh lock of the other.
 */
export function lockFolder(folder: string): () => void {
  const draft = join(folder, `server-${pid}.draft`)
  const own: Holder = { pid, started: startOf(pid) }
  for (;;) {
    const last = lastLock(folder)
    const holder = last === 0 ? null : readHolder(join(folder, lockName(last)))
    if (holder && isSameProcess(holder)) throw new FolderInUse(folder, holder.pid)
    // Never seen half written, and on the disk under one name only when it is whole.
    writeFileSync(draft, JSON.stringify(own), { mode: 0o600, flush: true })
    const mine = join(folder, lockName(last + 1))
    const isMade = linkMade(draft, mine)
    rmSync(draft)
    if (!isMade) continue
    if (lastLock(folder) > last + 1) {
      // The folder went through other hands between the look and the link.
      rmSync(mine)
      continue
    }
    forgetBefore(folder, last + 1)
    return () => {
      writeFileSync(draft, JSON.stringify({ pid: 0, started: null }))
      renameSync(draft, mine)
    }
  }
}

const lockName = (number: number): string => `server-${number}.lock`

const locksIn = (folder: string): readonly number[] =>
  readdirSync(folder).flatMap((name) => {
    const found = NAME.exec(name)
    return found ? [Number(found[1])] : []
  })

const lastLock = (folder: string): number => Math.max(0, ...locksIn(folder))

function forgetBefore(folder: string, number: number): void {
  for (const each of locksIn(folder)) if (each < number) rmSync(join(folder, lockName(each)), { force: true })
}

function linkMade(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Who made a lock; null where it was given back, is gone, or says nothing that can be read. */
function readHolder(file: string): Holder | null {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    return typeof found.pid === 'number' && found.pid > 0
      ? { pid: found.pid, started: found.started ?? null }
      : null
  } catch {
    return null
  }
}
