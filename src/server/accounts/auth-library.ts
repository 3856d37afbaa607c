import { randomUUID } from 'node:crypto'
import type { AccountDatabase, AccountTransaction } from './account-tables.ts'

/** Loads the library, once. Whoever needs it in a transaction loads it before that: nobody should wait behind it. */
export const loadAuthLibrary = () => import('better-auth')

/**
 * better-auth over our tables: it writes people, credentials and sessions. None of its
 * routes is served: they read the machine's clock, and can't be part of one transaction with what Stet writes beside them.
 * Given a transaction, what it writes is part of that. It sends nothing anywhere. It is loaded when it
 * is first needed: that takes half a second, which a server that starts hasn't got.
 */
export async function authLibrary(database: AccountDatabase | AccountTransaction, secret: string) {
  const { betterAuth } = await loadAuthLibrary()
  const library = betterAuth({
    // Never asked for anything: of the library's routes none is mounted.
    baseURL: 'http://localhost',
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: database, type: 'postgres', transaction: false },
    advanced: { database: { generateId: () => randomUUID(), validateSchema: false } },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        isActive: { type: 'boolean', required: true, input: false, fieldName: 'is_active' },
      },
    },
    account: {
      modelName: 'credentials',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'sessions',
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'user_id',
      },
    },
  })
  const { internalAdapter } = await library.$context
  return { users: internalAdapter }
}
