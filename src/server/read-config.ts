import { join, resolve } from 'node:path'
import * as z from 'zod'
import type { ServerConfig } from './config.ts'
import { LOG_LEVELS } from './log.ts'

type Env = { readonly [name: string]: string | undefined }

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'has to be a number from 1 to 65535')
  .transform(Number)
const count = (most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/, `has to be a number from 0 to ${most}`)
    .transform(Number)
    .refine((number) => number <= most, `has to be a number from 0 to ${most}`)
const addressOf = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `has to be like ${example}`,
    abort: true,
  })
/** A secret that is long enough not to be guessed. */
const secret = z.string().min(32, 'has to be at least 32 characters that nobody can guess')

const shape = z.object({
  PORT: port.refine((number) => number <= 65_535, 'has to be a number from 1 to 65535').default(4173),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: addressOf(['postgres:', 'postgresql:'], 'postgres://user:password@host/database').optional(),
  DATABASE_POOL: count(1000).default(20),
  REDIS_URL: addressOf(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  STET_DATA: z.string().default('./data'),
  STET_URL: addressOf(['http:', 'https:'], 'https://stet.example.com')
    .refine((text) => new URL(text).pathname === '/', 'has to be an address without a path')
    .transform((text) => new URL(text).origin)
    .optional(),
  STET_SECRET: secret.optional(),
  SMTP_URL: addressOf(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z.string().optional(),
  S3_ENDPOINT: addressOf(['http:', 'https:'], 'https://s3.example.com').optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  PROXIES: count(10).optional(),
  METRICS_TOKEN: z.string().min(16, 'has to be at least 16 characters').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `has to be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

type Settings = z.infer<typeof shape>

export type ConfigRead =
  | { readonly ok: true; readonly config: ServerConfig }
  /** One sentence for each setting that can't be as it is. No value is repeated in it: it may be a secret. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** The server's configuration, from the environment alone. `app` is the folder of the built app. */
export function readConfig(env: Env, app: string | null): ConfigRead {
  // What is set to nothing is not set.
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const found = shape.safeParse(given)
  if (!found.success) {
    const problems = found.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`)
    return { ok: false, problems }
  }
  const settings = found.data
  const problems = whatIsMissing(settings)
  if (problems.length > 0) return { ok: false, problems }
  const folder = resolve(settings.STET_DATA)
  const { DATABASE_URL: url } = settings
  return {
    ok: true,
    config: {
      port: settings.PORT,
      host: settings.HOST,
      url: settings.STET_URL ?? null,
      database: url === undefined ? { folder } : { url, poolSize: settings.DATABASE_POOL },
      redisUrl: settings.REDIS_URL ?? null,
      pictures: picturesIn(settings, folder),
      secret: settings.STET_SECRET ?? null,
      mail: mailOf(settings),
      proxies: settings.PROXIES ?? 0,
      metricsToken: settings.METRICS_TOKEN ?? null,
      app,
      logLevel: settings.LOG_LEVEL,
    },
  }
}

/** What other settings need beside them. */
function whatIsMissing(settings: Settings): readonly string[] {
  const problems: string[] = []
  if (settings.DATABASE_URL !== undefined && settings.STET_SECRET === undefined) {
    problems.push(
      'STET_SECRET is missing: with DATABASE_URL every server needs the same one, which sessions and links are signed with. Make one, for instance with “openssl rand -base64 48”, and keep it.',
    )
  }
  if (settings.STET_URL?.startsWith('https:') && settings.PROXIES === undefined) {
    problems.push(
      'PROXIES is missing: with https in STET_URL a proxy stands before Stet, and without it everybody would count as one address, so that a stranger who tries passwords would lock all of you out. Set it to how many proxies of yours add to X-Forwarded-For (usually 1), or to 0 if none does.',
    )
  }
  if (settings.SMTP_URL !== undefined && settings.MAIL_FROM === undefined) {
    problems.push('MAIL_FROM is missing: with SMTP_URL it says whom mail comes from.')
  }
  const s3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
  if (s3.some((name) => settings[name] !== undefined)) {
    for (const name of s3.filter((name) => settings[name] === undefined)) {
      problems.push(`${name} is missing: pictures go to a bucket only where all of ${s3.join(', ')} are set.`)
    }
  }
  return problems
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: Settings): ServerConfig['mail'] {
  return smtpUrl === undefined || from === undefined ? null : { smtpUrl, from }
}

function picturesIn(settings: Settings, folder: string): ServerConfig['pictures'] {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = settings
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings
  const isBucket =
    endpoint !== undefined &&
    bucket !== undefined &&
    accessKeyId !== undefined &&
    secretAccessKey !== undefined
  return isBucket
    ? { kind: 's3', endpoint, region, bucket, accessKeyId, secretAccessKey }
    : { kind: 'folder', folder: join(folder, 'pictures') }
}
