import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'

/**
 * Gives a run a folder for what is costly to make and cheap to copy: an embedded database with its schema, PostgreSQL's
 * data. Whoever needs one first makes it; nothing is made that no test asks for, and all of it goes with the run.
 */
export default function giveTemplates(): () => void {
  // Several projects of one run ask for it.
  if (env['STET_TEST_TEMPLATES'] !== undefined) return () => undefined
  const folder = mkdtempSync(join(tmpdir(), 'stet-templates-'))
  env['STET_TEST_TEMPLATES'] = folder
  const forget = (): void => rmSync(folder, { recursive: true, force: true })
  // A run that is interrupted tears nothing down.
  process.once('exit', forget)
  return forget
}
