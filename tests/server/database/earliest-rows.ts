/**
 * Rows as the first schema of a newsroom's database held them, put by statements that are never changed: what a later
 * schema makes of them is tested from each schema that there was.
 */
export const EARLIEST_ROWS: readonly string[] = [
  String.raw`insert into records values ('story-a', -3, -1, 'draft', '{rita}', null, false, true, '{"id":"story-a","deskId":"desk","schema":1,"epoch":1,"status":"draft","reporters":["rita"],"claimant":null,"embargo":null,"published":null,"hasSource":false,"sequence":3,"createdAt":"2026-11-24T12:00:00.000Z","changedAt":"2026-11-24T12:00:00.000Z","summary":{"headline":"The ferry","dek":"","slug":"","section":"","byline":"","words":2,"tks":0,"suggestions":0,"comments":0},"order":-3,"born":-1,"unsummarised":0}')`,
  String.raw`insert into records values ('story-b', -2, -2, 'approved', '{rita}', null, false, true, '{"id":"story-b","deskId":"desk","schema":1,"epoch":1,"status":"approved","reporters":["rita"],"claimant":null,"embargo":null,"published":null,"hasSource":false,"sequence":2,"createdAt":"2026-11-24T12:00:00.000Z","changedAt":"2026-11-24T12:00:00.000Z","summary":{"headline":"The port","dek":"","slug":"","section":"","byline":"","words":2,"tks":0,"suggestions":0,"comments":0},"order":-2,"born":-2,"unsummarised":0}')`,
  String.raw`insert into searches values ('story-a', 'the ferry'), ('story-b', 'the port')`,
  String.raw`insert into contents values ('story-a', '{}')`,
  String.raw`insert into sources values ('story-a', '{"id":"story-a","name":"","type":"text/plain","text":"wire"}')`,
  String.raw`insert into updates (story, epoch, bytes) values ('story-a', 1, '\x0000'), ('story-b', 1, '\x0000')`,
  String.raw`insert into events values (1, 'story-a', '{"sequence":1,"story":"story-a"}')`,
  String.raw`insert into versions values ('story-b/1', 'story-b', 1, '{"key":"story-b/1"}')`,
  String.raw`insert into copies values ('story-b/1', 'story-b', 1, '{"key":"story-b/1"}', '\x0000')`,
  String.raw`insert into notices values ('2/rita', 'rita', -2, '{"key":"2/rita"}')`,
  String.raw`insert into people (id, name, role, email) values ('rita', 'Rita', 'reporter', 'rita@paper.example')`,
  String.raw`update meta set data = '{"name":"sequence","value":3}' where name = 'sequence'`,
  String.raw`insert into answers values ('key', '{}', '2026-11-24T12:00:00.000Z')`,
]
