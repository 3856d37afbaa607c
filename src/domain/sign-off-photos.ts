import { readerText } from './count-words.ts'
import { isBlank } from './finding-words.ts'
import type { Finding, Jump, SignOffInput } from './sign-off-item.ts'
import type { Photo, StoryContent } from './story-content.ts'
import { captionName } from './story-doc.ts'

/** The photos that readers would miss something of: those with a file, and those that are used. */
function shownPhotos({ body, fields, photos }: StoryContent): readonly Photo[] {
  const used = new Set(body.flatMap((block) => (block.kind === 'picture' ? [block.photo] : [])))
  return photos.filter(({ id, hash }) => hash !== '' || id === fields.lead || used.has(id))
}

/** What the shown photos lack, each called by its place where there are several. */
function lacking(
  { content }: SignOffInput,
  what: string,
  lacks: (photo: Photo) => boolean,
  jump: (photo: Photo) => Jump,
): readonly Finding[] {
  const shown = shownPhotos(content)
  return shown.flatMap((photo, index) => {
    const which = shown.length > 1 ? `Picture ${index + 1} of ${shown.length}` : 'The picture'
    return lacks(photo) ? [{ message: `${which} has no ${what}.`, jump: jump(photo) }] : []
  })
}

/** Every picture that is shown must have an alternative text. */
export function missingAlt(input: SignOffInput): readonly Finding[] {
  return lacking(
    input,
    'alt text',
    ({ alt }) => isBlank(alt),
    ({ id }) => ({ to: 'field', field: `photo:${id}:alt` }),
  )
}

/** Every picture that is shown must have a caption. */
export function missingCaption(input: SignOffInput): readonly Finding[] {
  return lacking(
    input,
    'caption',
    ({ caption }) => isBlank(readerText(caption)),
    ({ id }) => ({ to: 'text', text: captionName(id) }),
  )
}

/** Every picture that is shown must say whose it is. */
export function missingCredit(input: SignOffInput): readonly Finding[] {
  return lacking(
    input,
    'credit',
    ({ credit }) => isBlank(credit),
    ({ id }) => ({ to: 'field', field: `photo:${id}:credit` }),
  )
}
