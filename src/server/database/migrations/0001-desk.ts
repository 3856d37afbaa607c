import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * A desk's rows. Keys compare by their bytes ("C"), whatever the database's language, so that both databases read in one
 * order; places and sequences are what JavaScript calls numbers.
 */
const STATEMENTS = [
  `create table records (
    id text collate "C" primary key,
    place double precision not null,
    born double precision not null,
    status text collate "C" not null,
    reporters text[] not null,
    claimant text collate "C",
    unsummarised boolean not null,
    is_sound boolean not null,
    data json not null
  )`,
  `create index records_place on records (place, id) include (status)`,
  `create index records_born on records (born, id) include (status)`,
  `create index records_status_place on records (status, place, id)`,
  `create index records_status_born on records (status, born, id)`,
  `create index records_unsound on records (status) where not is_sound`,
  `create index records_unsummarised on records (id) where unsummarised`,
  `create table searches (id text collate "C" primary key, words text not null)`,
  `create table contents (id text collate "C" primary key, data json not null)`,
  `create table sources (id text collate "C" primary key, data json not null)`,
  `create table updates (
    key bigserial primary key,
    story text collate "C" not null,
    epoch integer not null,
    bytes bytea not null
  )`,
  `create index updates_story on updates (story, epoch, key)`,
  `create table events (sequence double precision primary key, story text collate "C", data json not null)`,
  `create index events_story on events (story, sequence)`,
  `create table versions (
    key text collate "C" primary key,
    story text collate "C",
    number double precision,
    data json not null
  )`,
  `create index versions_story on versions (story, number)`,
  `create table copies (
    key text collate "C" primary key,
    story text collate "C",
    number double precision,
    data json not null,
    state bytea
  )`,
  `create index copies_story on copies (story, number)`,
  `create table verdicts (sequence double precision primary key, story text collate "C", data json not null)`,
  `create index verdicts_story on verdicts (story, sequence)`,
  `create table notices (
    key text collate "C" primary key,
    person text collate "C",
    place double precision,
    data json not null
  )`,
  `create index notices_person on notices (person, place)`,
  `create table late (
    key text collate "C" primary key,
    story text collate "C",
    sequence double precision,
    data json not null,
    update bytea
  )`,
  `create index late_story on late (story, sequence)`,
  `create table pictures (
    hash text collate "C" primary key,
    type text not null,
    size bigint not null,
    width integer not null,
    height integer not null,
    by text,
    at text not null
  )`,
  `create table people (
    id text collate "C" primary key,
    name text not null,
    role text not null,
    email text unique check (email = lower(email)),
    is_active boolean not null default true
  )`,
  `create table meta (name text collate "C" primary key, data json)`,
  `insert into meta (name) values ('sequence')`,
  `create table answers (key text collate "C" primary key, answer json not null, at text collate "C" not null)`,
  `create index answers_at on answers (at)`,
]

export const desk = {
  async up(kysely: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(kysely)
  },
}
