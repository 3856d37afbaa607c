import { existsSync, openAsBlob, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env, pid } from 'node:process'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely } from 'kysely'
import { migrate } from '../../../src/server/database/migrate.ts'
import { MIGRATIONS } from '../../../src/server/database/migrations.ts'
import { PGliteDialect } from '../../../src/server/database/pglite-dialect.ts'
import type { Tables } from '../../../src/server/database/tables.ts'

/** Where an embedded database in memory is, as `openDatabase` takes it. */
export type InMemory = { readonly folder: null; readonly copyOf?: Blob }

/**
 * An empty database in memory of the latest schema. To make one takes seconds of a processor, so that a run makes a single
 * one, and all of its files begin with a copy.
 */
export async function inMemory(): Promise<InMemory> {
  const templates = env['STET_TEST_TEMPLATES']
  if (templates === undefined) return { folder: null }
  const template = join(templates, 'embedded.tar')
  if (!existsSync(template)) await makeTemplate(template)
  return { folder: null, copyOf: await openAsBlob(template) }
}

async function makeTemplate(template: string): Promise<void> {
  const pglite = await PGlite.create({ extensions: { pg_trgm } })
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect(pglite, null) })
  await migrate(kysely, MIGRATIONS)
  const dump = await pglite.dumpDataDir('none')
  await kysely.destroy()
  // Two files of tests may make it at once: each finds a whole one.
  writeFileSync(`${template}.${pid}`, new Uint8Array(await dump.arrayBuffer()))
  renameSync(`${template}.${pid}`, template)
}
