import { InsecureAddress } from './accounts/session-cookie.ts'
import type { ServerConfig } from './config.ts'
import { FolderInUse } from './database/folder-lock.ts'
import { NewerDatabase } from './database/migrate.ts'
import { UnfitSecret } from './own-secret.ts'

/** Why the server could not start, for whoever starts it: what happened, and what to do. */
export function startProblem(
  error: unknown,
  config: Pick<ServerConfig, 'port' | 'host' | 'database'>,
): string {
  const isSaid =
    error instanceof FolderInUse ||
    error instanceof NewerDatabase ||
    error instanceof InsecureAddress ||
    error instanceof UnfitSecret
  if (isSaid) return error.message
  const { port, host } = config
  const code = codeOf(error)
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program, so Stet was not started. Stop that one, or choose another port: npm start -- --port ${port + 1}`
  }
  if (code === 'EACCES' && isListening(error)) {
    return `This user may not listen on port ${port}, so Stet was not started. Choose a port from 1024 on: npm start -- --port 4173`
  }
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && isListening(error))) {
    return `This machine has no address ${host}, so Stet was not started. Set HOST to one that it has: 127.0.0.1 for this machine alone, 0.0.0.0 for all.`
  }
  if ('url' in config.database) return databaseProblem(error, code)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) {
    return `Stet may not write to its data folder (${config.database.folder ?? ''}), so it was not started. Let this user write to it, or name another in STET_DATA.`
  }
  if (code === 'ENOSPC')
    return 'The disk is full, so Stet was not started. Nothing was changed. Free some room, then start it again.'
  return `Stet could not be started: ${messageOf(error)}`
}

function databaseProblem(error: unknown, code: string): string {
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT'].includes(code)) {
    return 'The database in DATABASE_URL can’t be reached, so Stet was not started. See that PostgreSQL runs there and takes connections from this machine, then start Stet again.'
  }
  if (code === '28P01' || code === '28000') {
    return 'The database in DATABASE_URL doesn’t let Stet in: its user or password is wrong. Mend DATABASE_URL, then start Stet again.'
  }
  if (code === '3D000') {
    return 'The database that DATABASE_URL names doesn’t exist. Make it (createdb), or name another, then start Stet again.'
  }
  if (code === '42501') {
    return 'The user in DATABASE_URL may not make tables there. Let it (grant create on schema public), then start Stet again.'
  }
  return `Stet could not be started on the database in DATABASE_URL: ${messageOf(error)}`
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  // Several addresses were tried, and each failed.
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const isListening = (error: unknown): boolean =>
  error instanceof Error &&
  'syscall' in error &&
  (error.syscall === 'listen' || error.syscall === 'getaddrinfo')
