import type { InboxNotice } from '../../store/desk-state.ts'

/** What happened, around the story's headline: "Mia Khan returned “Trawler sinks” for changes". */
const WORDS: Readonly<Record<InboxNotice['kind'], readonly [before: string, after: string]>> = {
  submitted: ['submitted', ''],
  withdrawn: ['withdrew', 'to write on'],
  'taken over': ['took over', ''],
  returned: ['returned', 'for changes'],
  approved: ['approved', ''],
  reopened: ['reopened', ''],
  spiked: ['spiked', ''],
  restored: ['restored', 'as a draft'],
  commented: ['commented on', ''],
  answered: ['answered you on', ''],
  mentioned: ['mentioned you on', ''],
}

/** A notice in words: who did what, to which story, and the note that came with it. */
export type NoticeWords = {
  readonly before: string
  readonly title: string
  readonly after: string
  readonly note: string
}

export function noticeWords({ by, kind, headline, slug, note }: InboxNotice): NoticeWords {
  // A kind that a newer Stet wrote is told without saying what it was.
  const [before, after] = Object.hasOwn(WORDS, kind) ? WORDS[kind] : ['did something with', '']
  const title = headline !== '' ? headline : slug !== '' ? slug : 'Untitled'
  return { before: `${by.name} ${before}`, title: `“${title}”`, after, note: note.trim() }
}

/** The same as one sentence. */
export function noticeSentence(notice: InboxNotice): string {
  const { before, title, after, note } = noticeWords(notice)
  const said = [before, title, after].filter((words) => words !== '').join(' ')
  return note === '' ? said : `${said}: ${note}`
}
