import { existsSync } from 'node:fs'
import process, { argv, env } from 'node:process'
import { writeFileOf } from '../src/server/backup/backup-file.ts'
import { NothingToBackUp, writeBackup } from '../src/server/backup/write-backup.ts'
import { FolderInUse } from '../src/server/database/folder-lock.ts'
import { connectDatabase } from '../src/server/database/open-database.ts'
import { readConfig } from '../src/server/read-config.ts'
import { startProblem } from '../src/server/start-problem.ts'

// `npm run backup -- FILE`: one file with all that the newsroom keeps, made with the settings that the server is started
// with. On PostgreSQL people may go on working meanwhile; an embedded desk's server has to be stopped for it.
const [file] = argv.slice(2)
const read = readConfig({ STET_SECRET: '-'.repeat(32), ...env }, null)
if (!read.ok) fail(read.problems.join('\n'))
else if (file === undefined) fail('Say where to: npm run backup -- stet.backup')
else if (existsSync(file)) fail(`${file} is there already, and was left as it is. Give another name.`)
else await backUp(read.config, file)

async function backUp(config: Extract<typeof read, { ok: true }>['config'], file: string): Promise<void> {
  try {
    const database = await connectDatabase(config.database)
    try {
      const folder = config.pictures.kind === 'folder' ? config.pictures.folder : null
      await writeFileOf(writeBackup(database, folder, new Date()), file)
    } finally {
      await database.close()
    }
    console.log(
      `Everything is in ${file}. It holds all stories and everybody’s address: keep it as safe as the desk.`,
    )
    if (config.pictures.kind === 's3')
      console.log('Pictures are in your bucket, and not in this file: back that up by its own means.')
  } catch (error) {
    const more =
      error instanceof FolderInUse
        ? ' An embedded desk is backed up while its server is stopped; one on PostgreSQL while it runs.'
        : ''
    fail(error instanceof NothingToBackUp ? error.message : startProblem(error, config) + more)
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
