import { pino } from 'pino'

/** What stands beside a message in the log: ids, numbers, names of things. Never copy, names of people, mail addresses or secrets. */
export type LogFields = { readonly [name: string]: string | number | boolean | null | undefined | Error }

/** The server's log: one JSON object a line. */
export interface Log {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * A log that writes to `write` (standard error where there is none). Of an exception it keeps the kind, the message and the
 * stack, and not what a library hung on it: a database's errors carry the row that they are about.
 */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: plainError },
    errorKey: 'error',
  }
  return pino(options, write ? { write } : pino.destination(2))
}

function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { message: typeof error }
  return { type: error.name, message: error.message, stack: error.stack }
}
