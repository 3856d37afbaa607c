import { existsSync } from 'node:fs'
import process, { env, exit, stderr, stdout } from 'node:process'
import { readConfig } from './read-config.ts'
import { startProblem } from './start-problem.ts'
import { startServer } from './start-server.ts'

// The composition root of the newsroom's server: the one place that looks at the environment and says things to a terminal.

const APP = 'dist'

await start()

async function start(): Promise<void> {
  const read = readConfig(env, existsSync(`${APP}/index.html`) ? APP : null)
  if (!read.ok) {
    const lines = ['Stet was not started, as its settings can’t be as they are:', ...read.problems]
    return give(lines.join('\n- '))
  }
  const { config } = read
  try {
    const server = await startServer(config)
    stopWhenTold(() => server.stop())
    stdout.write(`Stet is at ${server.address}/\n`)
    await server.whenEmpty((code) => {
      stdout.write(
        `Nobody has an account here yet. Open the page /set-up there and give this code, which works once: ${code}\n`,
      )
    })
  } catch (error) {
    give(startProblem(error, config))
  }
}

/** So long (ms) a signal may come again that was sent once: to the whole group of processes, and on through npm. */
const ECHO = 1000

/** Ends what is under way first; whoever asks again doesn't want to wait. */
function stopWhenTold(stop: () => Promise<void>): void {
  let since: number | null = null
  const told = (): void => {
    if (since !== null) {
      if (performance.now() - since > ECHO) exit(1)
      return
    }
    since = performance.now()
    void stop().then(
      () => exit(0),
      () => exit(1),
    )
  }
  process.on('SIGTERM', told)
  process.on('SIGINT', told)
}

function give(message: string): void {
  stderr.write(`${message}\n`)
  exit(1)
}
