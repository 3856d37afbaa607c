import { useEffect } from 'react'
import { useActions, useDesk, useOpenStory } from '../../store/use-desk.ts'
import type { FedPhotoSource } from './photo-source.ts'

const NONE: readonly never[] = []

/** Draws nothing: keeps the body's pictures equal to the story's photos. A caption that is typed renders only this. */
export function PhotoFeed({ id, source }: { readonly id: string; readonly source: FedPhotoSource }): null {
  const photos = useOpenStory(id, (story) => story.photos) ?? NONE
  const uploads = useDesk((state) => state.uploads)
  const pictures = useDesk((state) => state.pictures)
  const actions = useActions()
  useEffect(() => {
    for (const { hash } of photos) actions.needPicture(hash)
  }, [actions, photos])
  useEffect(() => {
    source.feed(
      new Map(
        photos.map(({ id: photoId, hash, alt, caption, credit }) => {
          const picture = pictures[hash]
          const url = uploads[photoId]?.url ?? (picture?.status === 'ready' ? picture.url : null)
          return [photoId, { url, alt, caption, credit }]
        }),
      ),
    )
  }, [source, photos, uploads, pictures])
  return null
}
