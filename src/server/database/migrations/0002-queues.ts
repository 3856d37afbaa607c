import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/**
 * What makes lists of a large desk quick: words by their trigrams, stories by who wrote or claimed them, and counts by
 * status that are kept, because counting a hundred thousand rows with each look at the desk takes longer than all the rest.
 */
const STATEMENTS = [
  `create extension if not exists pg_trgm`,
  `create index searches_words on searches using gin (words gin_trgm_ops)`,
  `create index records_reporters on records using gin (reporters)`,
  `create index records_claimant on records (claimant, place, id) where claimant is not null`,
  `create table story_counts (status text collate "C" primary key, stories bigint not null)`,
  `insert into story_counts select status, count(*) from records group by status`,
  `create function count_story() returns trigger language plpgsql as $$
  begin
    if tg_op <> 'INSERT' then
      update story_counts set stories = stories - 1 where status = old.status;
    end if;
    if tg_op <> 'DELETE' then
      insert into story_counts values (new.status, 1)
        on conflict (status) do update set stories = story_counts.stories + 1;
    end if;
    return null;
  end $$`,
  `create trigger count_made after insert or delete on records for each row execute function count_story()`,
  `create trigger count_moved after update on records for each row
    when (old.status <> new.status) execute function count_story()`,
]

export const queues = {
  async up(kysely: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(kysely)
  },
}
