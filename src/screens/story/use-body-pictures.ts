import { useActions } from '../../store/use-desk.ts'
import { checkPicture } from './check-picture.ts'

type TakePictures = (
  files: readonly File[],
  place: (photos: readonly string[]) => void,
  onProblem: (message: string) => void,
) => void

/** Takes picture files that were pasted, dropped or chosen in the body; each becomes a photo of the story. */
export function useBodyPictures(storyId: string): TakePictures {
  const actions = useActions()
  return (files, place, onProblem) => {
    const take = async (): Promise<void> => {
      const checks = await Promise.all(files.map((file) => checkPicture(file)))
      const photos = checks.flatMap((check, index) => {
        const file = files[index]
        if (!check.ok || !file) {
          if (!check.ok) onProblem(`${file?.name ?? 'The file'}: ${check.message}`)
          return []
        }
        return actions.addPhoto(storyId, file, 'body') ?? []
      })
      if (photos.length > 0) place(photos)
    }
    void take()
  }
}
