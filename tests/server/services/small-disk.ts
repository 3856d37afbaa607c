import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A real file system of one megabyte, for a whole test file; null where this process may make none. */
export function smallDisk(): string | null {
  const run = (program: string, ...words: readonly string[]): unknown =>
    execFileSync(program, words, { stdio: 'ignore' })
  const folder = mkdtempSync(join(tmpdir(), 'stet-disk-'))
  const forget = (): void => rmSync(folder, { recursive: true, force: true })
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=1m', 'stet-test', folder)
  } catch {
    forget()
    return null
  }
  afterAll(() => {
    run('umount', folder)
    forget()
  })
  return folder
}
