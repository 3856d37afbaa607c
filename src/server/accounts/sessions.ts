import type { Session } from '../../backends/backend.ts'
import type { Role } from '../../domain/person.ts'
import type { AccountDatabase, AccountTransaction } from './account-tables.ts'
import { authLibrary } from './auth-library.ts'
import { deviceName } from './device-name.ts'
import { hashToken, newToken } from './secret-token.ts'
import { isLiving, needsTouch, SESSION_LIFE } from './session-life.ts'
import type { SignedIn } from './session-of.ts'

/** A session with its person, and the hash of the token that it has now. */
export type FoundSession = { readonly signedIn: SignedIn; readonly hash: string }

/** Sessions, as the database has them: known by the hash of a token that only the browser has. */
export class Sessions {
  readonly #database: AccountDatabase
  readonly #secret: string
  readonly #now: () => Date

  constructor(database: AccountDatabase, secret: string, now: () => Date) {
    this.#database = database
    this.#secret = secret
    this.#now = now
  }

  /** Begins a session in a transaction; answers with its id and the token for the browser. Old ones of that person go. */
  async begin(
    tx: AccountTransaction,
    person: string,
    userAgent: string,
  ): Promise<{ readonly id: string; readonly token: string }> {
    const now = this.#now()
    await tx
      .deleteFrom('sessions')
      .where('user_id', '=', person)
      .where((where) =>
        where.or([
          where('expires_at', '<=', now),
          where('updated_at', '<=', new Date(now.getTime() - SESSION_LIFE.idle)),
        ]),
      )
      .execute()
    const token = newToken()
    const { users } = await authLibrary(tx, this.#secret)
    const { id } = await users.createSession(
      person,
      false,
      {
        token: hashToken(token),
        createdAt: now,
        updatedAt: now,
        expiresAt: new Date(now.getTime() + SESSION_LIFE.most),
        ipAddress: null,
        userAgent: userAgent.slice(0, 400),
      },
      true,
    )
    return { id, token }
  }

  /** Whose session has that token: read anew each time, so that what was ended or deactivated elsewhere counts at once. */
  find(token: string): Promise<FoundSession | null> {
    return this.#find('token', hashToken(token))
  }

  /** The same of a session that was found before, whatever its token is by now. */
  findAgain(session: string): Promise<FoundSession | null> {
    return this.#find('id', session)
  }

  async #find(key: 'token' | 'id', value: string): Promise<FoundSession | null> {
    const row = await this.#database
      .selectFrom('sessions')
      .innerJoin('people', 'people.id', 'sessions.user_id')
      .where(`sessions.${key}`, '=', value)
      .where('people.is_active', '=', true)
      .select(['people.id', 'people.name', 'people.role'])
      .select(['sessions.id as session', 'sessions.token', 'sessions.updated_at', 'sessions.expires_at'])
      .executeTakeFirst()
    if (!row) return null
    const times = { lastUsed: row.updated_at, expiresAt: row.expires_at }
    const now = this.#now()
    if (!isLiving(times, now)) return null
    if (needsTouch(times, now)) {
      await this.#database
        .updateTable('sessions')
        .set({ updated_at: now })
        .where('id', '=', row.session)
        .execute()
    }
    const person = { id: row.id, name: row.name, role: row.role as Role }
    return { signedIn: { person, session: row.session }, hash: row.token }
  }

  /** A person's living sessions, the one with that id first, the others by when they were used last. */
  async list(person: string, current: string): Promise<readonly Session[]> {
    const rows = await this.#database
      .selectFrom('sessions')
      .where('user_id', '=', person)
      .select(['id', 'user_agent', 'created_at', 'updated_at', 'expires_at'])
      .orderBy('updated_at', 'desc')
      .execute()
    return rows
      .filter((row) => isLiving({ lastUsed: row.updated_at, expiresAt: row.expires_at }, this.#now()))
      .map((row) => ({
        id: row.id,
        isThis: row.id === current,
        device: deviceName(row.user_agent ?? ''),
        since: row.created_at.toISOString(),
        lastSeen: row.updated_at.toISOString(),
      }))
      .toSorted((a, b) => Number(b.isThis) - Number(a.isThis))
  }

  /** Ends one session of that person; false where there is no such one. */
  async end(tx: AccountDatabase | AccountTransaction, person: string, id: string): Promise<boolean> {
    const ended = await tx
      .deleteFrom('sessions')
      .where('user_id', '=', person)
      .where('id', '=', id)
      .returning('id')
      .execute()
    return ended.length > 0
  }

  /** Ends all sessions of that person, but for one where that is named; answers with their ids. */
  async endAll(tx: AccountTransaction, person: string, but: string | null): Promise<readonly string[]> {
    const all = tx.deleteFrom('sessions').where('user_id', '=', person)
    const rows = await (but === null ? all : all.where('id', '!=', but)).returning('id').execute()
    return rows.map(({ id }) => id)
  }

  /** Gives a session another token: the one that was known before counts no more. */
  async renew(tx: AccountTransaction, id: string): Promise<string> {
    const token = newToken()
    await tx
      .updateTable('sessions')
      .set({ token: hashToken(token), updated_at: this.#now() })
      .where('id', '=', id)
      .execute()
    return token
  }
}
