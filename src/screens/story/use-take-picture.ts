import { useState } from 'react'
import { NO_PICTURE_WORDS, readPictureWords, type PictureWords } from '../../formats/read-picture-words.ts'
import { useActions } from '../../store/use-desk.ts'
import { checkPicture } from './check-picture.ts'

export type TakePicture = {
  /** Why the last file was not taken; '' when it was. */
  readonly problem: string
  /** What the file says about itself, to be offered. */
  readonly offers: PictureWords
  /** Gives the photo this file; without a photo makes one, the lead. */
  take(file: File, photoId: string | null): void
}

/** Taking a file for a photo: checked, stored, and asked for the words it carries. */
export function useTakePicture(storyId: string): TakePicture {
  const actions = useActions()
  const [problem, setProblem] = useState('')
  const [offers, setOffers] = useState(NO_PICTURE_WORDS)

  const takeChecked = async (file: File, photoId: string | null): Promise<void> => {
    const check = await checkPicture(file)
    setProblem(check.ok ? '' : check.message)
    if (!check.ok) return
    if (photoId === null) actions.addPhoto(storyId, file, 'lead')
    else actions.replacePhotoFile(storyId, photoId, file)
    setOffers(NO_PICTURE_WORDS)
    setOffers(await readPictureWords(file))
  }
  return {
    problem,
    offers,
    take: (file, photoId) => void takeChecked(file, photoId),
  }
}
