import { useEffect } from 'react'
import { useActions, useDesk } from '../../store/use-desk.ts'

/** What is known of a photo's file. `problem` with a picture shown: it is not stored yet. */
export type PictureView = {
  readonly url: string | null
  /** It is on its way into the store. */
  readonly isUploading: boolean
  /** How much of it is there, from 0 to 1; 0 where nobody says. */
  readonly share: number
  readonly uploadProblem: string
  /** Why there is nothing to see; '' where there is, or where none was chosen. */
  readonly missing: string
}

/** The file of a photo, from memory while it is being stored, else from the store, asked for when first shown. */
export function usePicture(photoId: string, hash: string): PictureView {
  const upload = useDesk((state) => state.uploads[photoId])
  const picture = useDesk((state) => state.pictures[hash])
  const actions = useActions()
  useEffect(() => {
    actions.needPicture(hash)
  }, [actions, hash])
  return {
    url: upload?.url ?? (picture?.status === 'ready' ? picture.url : null),
    isUploading: upload !== undefined && upload.problem === '',
    share: upload?.share ?? 0,
    uploadProblem: upload?.problem ?? '',
    missing: upload === undefined && picture?.status === 'missing' ? picture.message : '',
  }
}
