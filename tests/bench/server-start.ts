import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { startPostgres } from '../server/services/start-postgres.ts'
import { quantile, table } from './figures.ts'

const TRIES = 5

/** From starting the server's process to its first answer: on an empty database, which is made then, and on one that is there. */
export async function benchStart(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-bench-'))
  const rows = [...(await startsOn('PGlite (embedded)', { STET_DATA: join(folder, 'data') }))]
  rmSync(folder, { recursive: true, force: true })
  const postgres = await startPostgres({ fsync: 'on', full_page_writes: 'on' })
  if (postgres) {
    rows.unshift(
      ...(await startsOn('PostgreSQL', { DATABASE_URL: postgres.url, STET_SECRET: 'x'.repeat(64) })),
    )
    await postgres.end()
  }
  console.log('From the start of the process (TypeScript as it is) to the first answer:\n')
  console.log(`${table(rows)}\n`)
}

async function startsOn(
  database: string,
  settings: Readonly<Record<string, string>>,
): Promise<readonly Readonly<Record<string, string | number>>[]> {
  const first = await startOnce(settings)
  const later: number[] = []
  for (let at = 0; at < TRIES; at += 1) later.push(await startOnce(settings))
  return [{ database, 'first, ms': Math.round(first), 'later, median ms': Math.round(quantile(later, 0.5)) }]
}

async function startOnce(settings: Readonly<Record<string, string>>): Promise<number> {
  const port = await freePort()
  const began = performance.now()
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
    env: { ...process.env, ...settings, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => {
    server.on('exit', () => resolve())
  })
  try {
    while (!(await answers(port))) {
      if (server.exitCode !== null) throw new Error('the server ended')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return performance.now() - began
  } finally {
    server.kill('SIGTERM')
    await ended
  }
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

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
