import type { ThreadAnchor } from '../../../domain/threads/thread.ts'

/** Where a field, or a text, stands: its panel as `data-panel` has it, and how people call it. */
export type AnchorPlace = { readonly panel: string; readonly label: string }

const FIELDS: Readonly<Record<string, readonly [panel: string, label: string]>> = {
  headline: ['headline', 'Headline'],
  dek: ['dek', 'Dek'],
  body: ['body', 'Body'],
  byline: ['byline', 'Byline'],
  organisation: ['byline', 'Organisation'],
  dateline: ['dateline', 'Dateline'],
  place: ['dateline', 'Place'],
  date: ['dateline', 'Date'],
  source: ['dateline', 'Source'],
  photo: ['photo', 'Photo'],
  lead: ['photo', 'Photo'],
  section: ['section', 'Section and slug'],
  slug: ['section', 'Slug'],
  more: ['more', 'More fields'],
  keywords: ['more', 'Keywords'],
  language: ['more', 'Language'],
  deskNote: ['more', 'Desk note'],
}

const PARTS: Readonly<Record<string, string>> = {
  name: 'Author',
  role: 'Author’s role',
  alt: 'Alt text',
  credit: 'Credit',
  crop: 'Crop',
}

/** Where what a thread is about stands; `lead` is the id of the lead photo. */
export function anchorPlace(anchor: ThreadAnchor, lead: string): AnchorPlace {
  if (anchor.kind === 'suggestion') return { panel: '', label: 'Suggestion' }
  const [kind = '', item = '', part = ''] = (anchor.kind === 'words' ? anchor.text : anchor.field).split(':')
  if (kind === 'caption') return { panel: photoPanel(item, lead), label: 'Caption' }
  if (kind === 'photo' && item !== '') {
    const photo = item === lead ? 'Photo' : 'Body picture'
    return { panel: photoPanel(item, lead), label: PARTS[part] ?? photo }
  }
  if (kind === 'author') return { panel: 'byline', label: PARTS[part] ?? 'Author' }
  const [panel, label] = FIELDS[kind] ?? ['', kind]
  return { panel, label }
}

const photoPanel = (photo: string, lead: string): string => (photo === lead ? 'photo' : `photo-${photo}`)
