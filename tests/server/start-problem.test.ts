import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { FolderInUse } from '../../src/server/database/folder-lock.ts'
import { listen, stopListening } from '../../src/server/listen.ts'
import { startProblem } from '../../src/server/start-problem.ts'
import { startServer } from '../../src/server/start-server.ts'
import { testConfig } from './test-server.ts'

const coded = (code: string, more: object = {}): Error =>
  Object.assign(new Error('what it says'), { code, ...more })
const here = { port: 4173, host: '127.0.0.1', database: { folder: '/srv/stet' } }
const there = { ...here, database: { url: 'postgres://u:open-sesame@db/stet', poolSize: 5 } }

test.each<[string, unknown, typeof here | typeof there, string]>([
  ['port taken', coded('EADDRINUSE'), here, 'npm start -- --port 4174'],
  ['low port', coded('EACCES', { syscall: 'listen' }), here, 'may not listen on port 4173'],
  ['foreign address', coded('EADDRNOTAVAIL'), here, 'no address 127.0.0.1'],
  ['folder in use', new FolderInUse('/srv/stet', 12), here, 'already running on the folder /srv/stet'],
  ['folder closed', coded('EACCES'), here, 'may not write to its data folder (/srv/stet)'],
  ['disk full', coded('ENOSPC'), here, 'disk is full'],
  ['database gone', coded('ECONNREFUSED'), there, 'can’t be reached'],
  ['database gone at every address', new AggregateError([coded('ECONNREFUSED')]), there, 'can’t be reached'],
  ['wrong password', coded('28P01'), there, 'user or password is wrong'],
  ['no database', coded('3D000'), there, 'doesn’t exist'],
  ['no right', coded('42501'), there, 'may not make tables'],
  ['whatever else', coded('?'), here, 'what it says'],
])('%s', (_, error, config, words) => {
  const said = startProblem(error, config)
  expect(said).toContain(words)
  expect(said).not.toContain('sesame')
})

test('a taken port is a problem with words, and leaves nothing open', async () => {
  const other = createServer()
  const port = await listen(other, 0, '127.0.0.1')
  const config = testConfig({ port })
  const problem = await startServer(config).then(
    () => 'started',
    (error: unknown) => startProblem(error, config),
  )
  expect(problem).toContain(`Port ${port} is taken`)
  await stopListening(other)
}, 60_000)

test('a database that isn’t there is a problem with words', async () => {
  const config = testConfig({ database: { url: 'postgres://stet@127.0.0.1:1/stet', poolSize: 1 } })
  const problem = await startServer(config).then(
    () => 'started',
    (error: unknown) => startProblem(error, config),
  )
  expect(problem).toContain('can’t be reached')
}, 60_000)
