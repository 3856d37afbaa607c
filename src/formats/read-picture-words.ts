/** Words that a picture file carries about itself; '' where it says nothing. */
export type PictureWords = { readonly alt: string; readonly caption: string; readonly credit: string }

export const NO_PICTURE_WORDS: PictureWords = { alt: '', caption: '', credit: '' }

/** The fields of the IPTC Photo Metadata Standard that are looked at, by the names that exifreader gives them. */
const WANTED = {
  iptc: ['Caption/Abstract', 'Credit', 'By-line', 'Coded Character Set'],
  xmp: ['AltTextAccessibility', 'description', 'Credit', 'creator'],
}

/**
 * Reads alt text, caption and credit line out of a JPEG, PNG, WebP, AVIF, HEIC or TIFF file. XMP goes before IIM,
 * because only XMP always says how it is encoded; without a credit line the creator's name stands in. EXIF's
 * image description is not a caption: cameras write their own names there. Never throws: a file whose metadata can't
 * be read has none. Loads its reader when first called.
 */
export async function readPictureWords(file: Blob): Promise<PictureWords> {
  const { load } = await import('exifreader')
  try {
    const tags = load(await file.arrayBuffer(), { expanded: true, includeTags: WANTED })
    const xmp = groupOf(tags.xmp)
    const iptc = groupOf(tags.iptc)
    return {
      alt: text(xmp['AltTextAccessibility']),
      caption: text(xmp['description']) || text(iptc['Caption/Abstract']),
      credit: text(xmp['Credit']) || text(iptc['Credit']) || text(xmp['creator']) || text(iptc['By-line']),
    }
  } catch {
    return NO_PICTURE_WORDS
  }
}

function groupOf(group: unknown): Readonly<Record<string, unknown>> {
  return typeof group === 'object' && group !== null ? (group as Record<string, unknown>) : {}
}

/** One tag, or a row of them (several creators), as one line of text. */
function text(tag: unknown): string {
  if (Array.isArray(tag)) return tag.map(text).filter(Boolean).join(', ')
  const description = groupOf(tag)['description']
  return typeof description === 'string' ? description.replaceAll('\0', '').replace(/\s+/gu, ' ').trim() : ''
}
