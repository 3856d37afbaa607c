/** A database couldn't be opened; the message is for people, and says what the database's driver said. */
export class DatabaseUnavailable extends Error {
  constructor(what: string, advice: string, cause: unknown) {
    super(
      `${what}: ${cause instanceof Error ? cause.message : String(cause)}. Nothing was changed. ${advice}`,
      {
        cause,
      },
    )
    this.name = 'DatabaseUnavailable'
  }
}
