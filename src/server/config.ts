import type { LogLevel } from './log.ts'

/** How a newsroom's server is run. */
export type ServerConfig = {
  /** 0: whichever is free (tests). */
  readonly port: number
  readonly host: string
  /** The address that people open, without a slash at the end; null: http://localhost and the port. */
  readonly url: string | null
  /** Folder null: in memory (tests), as a copy of another where one is given. */
  readonly database:
    | { readonly url: string; readonly poolSize: number }
    | { readonly folder: string }
    | { readonly folder: null; readonly copyOf?: Blob }
  readonly redisUrl: string | null
  readonly pictures:
    | { readonly kind: 'folder'; readonly folder: string }
    | {
        readonly kind: 's3'
        readonly endpoint: string
        readonly region: string
        readonly bucket: string
        readonly accessKeyId: string
        readonly secretAccessKey: string
      }
  /** What sessions and links are signed with; null: the one that the database's folder keeps. */
  readonly secret: string | null
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null
  /** How many proxies stand before this server, whose X-Forwarded-For is believed. */
  readonly proxies: number
  /** Who may read /metrics from elsewhere than this machine. */
  readonly metricsToken: string | null
  /** Folder of the built app; null: the API alone (tests). */
  readonly app: string | null
  readonly logLevel: LogLevel
}
