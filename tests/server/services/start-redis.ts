import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { env } from 'node:process'

/** A Redis of this machine, started for tests, on a port of its own. */
export type RunningRedis = {
  readonly url: string
  /** Kills it, as if its machine had gone. */
  kill(): Promise<void>
  /** Starts it anew on the same port. */
  start(): Promise<void>
  /** Has it hang, and go on: it takes connections and answers nothing meanwhile. */
  hang(): void
  goOn(): void
  end(): Promise<void>
}

/** The program that is Redis, or null where this machine has none. */
export function redisProgram(): string | null {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  return folders.map((folder) => join(folder, 'redis-server')).find((path) => existsSync(path)) ?? null
}

/** Starts a Redis that keeps nothing, or answers null where this machine has none. */
export async function startRedis(): Promise<RunningRedis | null> {
  const program = redisProgram()
  if (!program) return null
  const port = await freePort()
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  let kill: (signal: NodeJS.Signals) => void = () => {}
  let ended: Promise<void> = Promise.resolve()

  const start = async (): Promise<void> => {
    const server = spawn(program, options, { cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] })
    kill = (signal) => void server.kill(signal)
    ended = new Promise((resolve) => {
      server.on('close', () => resolve())
    })
    await new Promise<void>((resolve, reject) => {
      let said = ''
      server.stdout.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-10_000)
        if (said.includes('Ready to accept connections')) resolve()
      })
      void ended.then(() => reject(new Error(`redis-server ended: ${said}`)))
    })
  }
  const stop = async (): Promise<void> => {
    kill('SIGKILL')
    await ended
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: stop,
    start,
    hang: () => kill('SIGSTOP'),
    goOn: () => kill('SIGCONT'),
    end: stop,
  }
}

/** A port of this machine that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve)
  })
  const address = probe.address()
  await new Promise((resolve) => {
    probe.close(resolve)
  })
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}
