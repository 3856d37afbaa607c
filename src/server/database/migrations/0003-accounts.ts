import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * Accounts. People are the accounts' users, so there is one list of them; credentials and sessions have the columns that
 * better-auth asks for. Of tokens and codes only hashes are stored.
 */
const STATEMENTS = [
  `alter table people
    add column email_verified boolean not null default true,
    add column image text,
    add column created_at timestamptz not null default now(),
    add column updated_at timestamptz not null default now()`,
  `create table credentials (
    id text collate "C" primary key,
    account_id text not null,
    provider_id text not null,
    user_id text collate "C" not null references people (id) on delete cascade,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (user_id, provider_id)
  )`,
  `create table sessions (
    id text collate "C" primary key,
    token text collate "C" not null unique,
    user_id text collate "C" not null references people (id) on delete cascade,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text
  )`,
  `create index sessions_user on sessions (user_id)`,
  `create table one_time_links (
    id text collate "C" primary key,
    kind text not null,
    token text collate "C" not null unique,
    person text collate "C" references people (id) on delete cascade,
    name text,
    email text,
    role text,
    made_by text collate "C" references people (id) on delete set null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    ended text
  )`,
  `create index one_time_links_open on one_time_links (kind, made_at) where ended is null`,
  `create index one_time_links_person on one_time_links (person) where ended is null`,
  `create table sign_in_failures (
    key text collate "C" primary key,
    count integer not null,
    last_at timestamptz not null,
    known_at timestamptz
  )`,
  `create index sign_in_failures_last on sign_in_failures (last_at)`,
  `create table set_up_codes (hash text collate "C" primary key, made_at timestamptz not null)`,
]

export const accounts = {
  async up(kysely: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(kysely)
  },
}
