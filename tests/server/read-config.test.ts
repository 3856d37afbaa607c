import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/server/read-config.ts'

const SECRET = 'a secret that nobody guesses: 0123456789'
const POSTGRES = 'postgres://stet:pass-word@db.example/stet'

test('without a setting the desk is this machine’s own, kept in ./data', () => {
  expect(readConfig({}, 'dist')).toEqual({
    ok: true,
    config: {
      port: 4173,
      host: '127.0.0.1',
      url: null,
      database: { folder: resolve('data') },
      redisUrl: null,
      pictures: { kind: 'folder', folder: resolve('data/pictures') },
      secret: null,
      mail: null,
      proxies: 0,
      metricsToken: null,
      app: 'dist',
      logLevel: 'info',
    },
  })
})

test('every setting has its place', () => {
  const env = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATABASE_URL: POSTGRES,
    DATABASE_POOL: '7',
    REDIS_URL: 'redis://cache.example:6379',
    STET_DATA: '/srv/stet',
    STET_URL: 'https://stet.example/',
    STET_SECRET: SECRET,
    SMTP_URL: 'smtps://user:word@mail.example',
    MAIL_FROM: 'desk@stet.example',
    S3_ENDPOINT: 'https://s3.example',
    S3_REGION: 'eu-west-2',
    S3_BUCKET: 'pictures',
    S3_ACCESS_KEY_ID: 'id',
    S3_SECRET_ACCESS_KEY: 'key',
    PROXIES: '1',
    METRICS_TOKEN: '0123456789abcdef',
    LOG_LEVEL: 'warn',
  }
  expect(readConfig(env, null)).toEqual({
    ok: true,
    config: {
      port: 8080,
      host: '0.0.0.0',
      url: 'https://stet.example',
      database: { url: POSTGRES, poolSize: 7 },
      redisUrl: 'redis://cache.example:6379',
      pictures: {
        kind: 's3',
        endpoint: 'https://s3.example',
        region: 'eu-west-2',
        bucket: 'pictures',
        accessKeyId: 'id',
        secretAccessKey: 'key',
      },
      secret: SECRET,
      mail: { smtpUrl: 'smtps://user:word@mail.example', from: 'desk@stet.example' },
      proxies: 1,
      metricsToken: '0123456789abcdef',
      app: null,
      logLevel: 'warn',
    },
  })
})

test('what is set to nothing is not set', () => {
  expect(readConfig({ REDIS_URL: '', STET_SECRET: '', DATABASE_URL: '' }, null)).toMatchObject({
    ok: true,
    config: { redisUrl: null, secret: null },
  })
})

test.each<[string, Record<string, string>]>([
  ['PORT', { PORT: 'http' }],
  ['PORT', { PORT: '70000' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db', STET_SECRET: SECRET }],
  ['STET_SECRET is missing', { DATABASE_URL: POSTGRES }],
  ['STET_SECRET has to be at least 32', { STET_SECRET: 'sesame' }],
  ['REDIS_URL', { REDIS_URL: 'localhost' }],
  ['STET_URL', { STET_URL: 'stet.example' }],
  ['STET_URL', { STET_URL: 'https://stet.example/desk' }],
  ['MAIL_FROM is missing', { SMTP_URL: 'smtp://mail.example' }],
  [
    'S3_SECRET_ACCESS_KEY is missing',
    { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'i' },
  ],
  ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
  ['PROXIES', { PROXIES: '99' }],
  ['PROXIES is missing', { STET_URL: 'https://stet.example' }],
  ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
])('%s: refused, in words', (words, env) => {
  const read = readConfig(env, null)
  expect(read).toMatchObject({ ok: false, problems: [expect.stringContaining(words)] })
})

test('behind https it is said how many proxies there are, also that none adds an address', () => {
  for (const PROXIES of ['0', '2']) {
    const read = readConfig({ STET_URL: 'https://stet.example', PROXIES }, null)
    expect(read).toMatchObject({ ok: true, config: { proxies: Number(PROXIES) } })
  }
})

test('no value is repeated in what is said of it, as it may be a secret', () => {
  const env = {
    DATABASE_URL: 'mysql://u:open-sesame@db',
    STET_SECRET: 'open-sesame',
    REDIS_URL: 'open-sesame',
  }
  const read = readConfig(env, null)
  expect(read.ok).toBe(false)
  expect(JSON.stringify(read)).not.toContain('sesame')
})
