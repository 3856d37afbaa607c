import type { Photo } from '../../../domain/story-content.ts'
import { captionName } from '../../../domain/story-doc.ts'
import type { ReadLine, ReadStory } from './read-story.ts'

/** A photo with the lines of its words; null where it has none of that sort. */
export type PhotoLines = {
  readonly photo: Photo
  readonly alt: ReadLine | null
  readonly caption: ReadLine | null
}

/** The photos of a story that have words. */
export function photoLines({ story, lines }: ReadStory): readonly PhotoLines[] {
  const alts = new Map<string, ReadLine>()
  const captions = new Map<string, ReadLine>()
  for (const at of lines) {
    if (at.line.part === 'alt' && at.line.place.to === 'field') alts.set(at.line.place.field, at)
    if (at.line.part === 'caption' && at.line.place.to === 'text') captions.set(at.line.place.text, at)
  }
  return story.content.photos.map((photo) => ({
    photo,
    alt: alts.get(`photo:${photo.id}:alt`) ?? null,
    caption: captions.get(captionName(photo.id)) ?? null,
  }))
}
