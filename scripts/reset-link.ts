import { existsSync } from 'node:fs'
import process, { argv, env } from 'node:process'
import { rescueLink } from '../src/server/accounts/rescue-link.ts'
import { openDatabase } from '../src/server/database/open-database.ts'
import { readConfig } from '../src/server/read-config.ts'
import { startProblem } from '../src/server/start-problem.ts'

// Prints a link with which somebody sets a new password, for a newsroom where nobody is left who could give them one:
// `npm run reset-link -- ada@paper.example`, with the settings that the server is started with. An embedded desk's server
// has to be stopped for that.
const [email] = argv.slice(2)
const read = readConfig(env, null)
if (!read.ok) fail(read.problems.join('\n'))
else if (email === undefined) fail('Say whose: npm run reset-link -- ada@paper.example')
else await print(read.config, email)

async function print(config: Extract<typeof read, { ok: true }>['config'], email: string): Promise<void> {
  const folder = 'folder' in config.database ? config.database.folder : null
  if (folder !== null && !existsSync(folder))
    return fail(`There is no desk in ${folder}. Name its folder in STET_DATA.`)
  try {
    const database = await openDatabase(config.database)
    const origin = config.url ?? `http://localhost:${config.port}`
    const answer = await rescueLink(database, origin, email, new Date())
    await database.close()
    if (!answer.ok) return fail(answer.message)
    console.log(`${answer.name} sets a new password here, once, until ${answer.expiresAt}:\n${answer.link}`)
  } catch (error) {
    fail(startProblem(error, config))
  }
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}
