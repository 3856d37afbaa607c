import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { env, getuid, pid } from 'node:process'

/** A PostgreSQL of this machine, started for tests, on a port of its own. */
export type RunningPostgres = {
  /** Of a database in it that is there from the start. */
  readonly url: string
  /** Makes an empty database and answers with its URL. */
  create(name: string): Promise<string>
  /** Stops it, as it likes or at once as if it had been killed, and starts it anew on the same port and data. */
  restart(how: 'fast' | 'immediate'): Promise<void>
  stop(how: 'fast' | 'immediate'): Promise<void>
  start(): Promise<void>
  /** Ends it, and forgets its data. */
  end(): Promise<void>
}

/** Where PostgreSQL's programs are, or null where there is none on this machine. */
export function postgresFolder(): string | null {
  const installed = '/usr/lib/postgresql'
  const debian = existsSync(installed)
    ? readdirSync(installed)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(installed, version, 'bin'))
    : []
  const folders = [...(env['PATH'] ?? '').split(delimiter), ...debian]
  return (
    folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
  )
}

/** Settings for tests: what is stored survives the server, not a power cut. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '256MB',
  max_connections: '120',
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
}

/** Starts a PostgreSQL in a temporary folder, or answers null where this machine has none. */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningPostgres | null> {
  const programs = postgresFolder()
  if (!programs) return null
  const folder = mkdtempSync(join(tmpdir(), 'stet-postgres-'))
  // PostgreSQL refuses to run as root.
  const owner = getuid?.() === 0 ? idsOf('postgres') : null
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  makeData(programs, data, owner)
  const port = await freePort()
  const run = serverRunner(join(programs, 'postgres'), data, owner, {
    ...SETTINGS,
    ...settings,
    port: String(port),
  })
  await run.start()
  const urlOf = (name: string): string => `postgres://stet@127.0.0.1:${port}/${name}`
  return {
    ...run,
    url: urlOf('postgres'),
    async create(name) {
      const { default: pg } = await import('pg')
      const client = new pg.Client(urlOf('postgres'))
      await client.connect()
      await client.query(`create database "${name}"`)
      await client.end()
      return urlOf(name)
    },
    async restart(how) {
      await run.stop(how)
      await run.start()
    },
    async end() {
      await run.stop('immediate')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Owner = { readonly uid: number; readonly gid: number }

/** A new data folder: the run's first is made, and all others are copies of it. */
function makeData(programs: string, data: string, owner: Owner | null): void {
  const templates = env['STET_TEST_TEMPLATES']
  const template = templates === undefined ? null : join(templates, 'postgres')
  if (template !== null && existsSync(template)) return copyData(template, data)
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'stet', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    { ...owner, cwd: dirname(data), encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  if (template === null) return
  copyData(data, `${template}.${pid}`)
  // Where another file of tests was quicker, its own is as good.
  if (!existsSync(template)) renameSync(`${template}.${pid}`, template)
}

/** With its owners and rights, without which PostgreSQL refuses a folder. */
function copyData(from: string, to: string): void {
  const copied = spawnSync('cp', ['-Rp', from, to], { encoding: 'utf8' })
  if (copied.status !== 0) throw new Error(`PostgreSQL’s data could not be copied: ${copied.stderr}`)
}

function serverRunner(
  program: string,
  data: string,
  owner: Owner | null,
  settings: Readonly<Record<string, string>>,
): Pick<RunningPostgres, 'start' | 'stop'> {
  let stop: RunningPostgres['stop'] = async () => {}
  return {
    stop: (how) => stop(how),
    async start() {
      const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
      const server = spawn(program, ['-D', data, ...options], {
        ...owner,
        cwd: data,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      const ended = new Promise<void>((resolve) => {
        server.on('close', () => resolve())
      })
      stop = async (how) => {
        server.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
        await ended
      }
      let said = ''
      const ready = new Promise<void>((resolve, reject) => {
        server.stderr.on('data', (chunk: Buffer) => {
          said = (said + chunk.toString()).slice(-10_000)
          if (said.includes('database system is ready to accept connections')) resolve()
        })
        void ended.then(() => reject(new Error(`postgres ended: ${said}`)))
      })
      await ready
    },
  }
}

function idsOf(user: string): Owner {
  const id = (flag: string): number => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout)
  return { uid: id('-u'), gid: id('-g') }
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
