import { existsSync } from 'node:fs'
import process, { argv, env } from 'node:process'
import { linesOf } from '../src/server/backup/backup-file.ts'
import { NotRestored, restoreBackup } from '../src/server/backup/restore-backup.ts'
import { connectDatabase } from '../src/server/database/open-database.ts'
import { readConfig } from '../src/server/read-config.ts'
import { startProblem } from '../src/server/start-problem.ts'

// `npm run restore -- FILE`: puts a backup into the database that the settings name, embedded or PostgreSQL, whichever it was
// made of. The server has to be stopped. `--force` replaces a desk that is there.
const file = argv.slice(2).find((each) => !each.startsWith('--'))
const read = readConfig({ STET_SECRET: '-'.repeat(32), ...env }, null)
if (!read.ok) fail(read.problems.join('\n'))
else if (file === undefined) fail('Say what: npm run restore -- stet.backup')
else if (!existsSync(file)) fail(`There is no file ${file}.`)
else await restore(read.config, file)

async function restore(config: Extract<typeof read, { ok: true }>['config'], file: string): Promise<void> {
  try {
    const database = await connectDatabase(config.database)
    try {
      const folder = config.pictures.kind === 'folder' ? config.pictures.folder : null
      const { at, rows, pictures, isInBucket } = await restoreBackup(
        database,
        folder,
        linesOf(file),
        argv.includes('--force'),
      )
      console.log(
        `The desk of ${at} is back: ${rows} rows, ${folder === null ? 0 : pictures} pictures. Start Stet as before; everybody signs in again, and invitations and links that were open are taken back.`,
      )
      console.log(
        'People are as they were then: whoever was deactivated, or given another role or password, since the backup was made has to be so again.',
      )
      if (isInBucket)
        console.log(
          'Its pictures were in a bucket: see that S3_BUCKET names it, or restore it by its own means.',
        )
      if (folder === null && pictures > 0)
        console.log(
          `The ${pictures} pictures in it were left out, because here they are kept in a bucket: restore it once without S3_BUCKET, and copy the folder “pictures” into the bucket.`,
        )
    } finally {
      await database.close()
    }
  } catch (error) {
    fail(error instanceof NotRestored ? error.message : startProblem(error, config))
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
