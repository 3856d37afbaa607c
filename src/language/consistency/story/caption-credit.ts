import { photoLines } from './captions.ts'
import { creditFrom } from './caption-credit-place.ts'
import { flagAt } from './flag-at.ts'
import type { StoryCheck } from './read-story.ts'

/** A captioned picture that neither the credit line nor the caption itself credits to anybody. */
export const captionCredit: StoryCheck = (story) =>
  photoLines(story).flatMap(({ photo, caption }) => {
    if (!caption || photo.credit.trim() !== '') return []
    const { signs } = caption.line
    if (signs.trim() === '' || creditFrom(signs) < signs.length) return []
    return [
      flagAt(
        'caption-credit',
        { at: caption, stretch: { from: 0, to: signs.length } },
        'Nobody is credited with this picture, neither in its credit line nor in its caption.',
        { weight: 'advice' },
      ),
    ]
  })
