const CREDITS: readonly RegExp[] = [
  /\((?:[^()]{0,60}\b)?(?:AP|Reuters|REUTERS|AFP|PA|EPA|Getty|Photo|Handout|File|via|Courtesy|Image|Alamy|Shutterstock|Bloomberg|Xinhua|DPA|ANSA|Sipa|Zuma)\b[^()]{0,80}\)/,
  /\b(?:REUTERS|AFP|EPA|AP|PA|Getty|Alamy|Shutterstock|Bloomberg|Xinhua)\s?(?:\/|Photo|Images|Media|via\b)/,
  /[—–-] ?(?:Reuters|AFP|AP|PA|EPA|Getty|DPA|Xinhua|ANI|File|Bloomberg|Handout|Courtesy)\b/,
  /\b(?:Photo(?:graph|graphs|s)?|Picture|Pictures|Image|Images|Pic|Credit|Illustration|Graphic|Courtesy|Photography)(?:\s?:| by | of | credit)/i,
  /\/\s?(?:Getty|AFP|Reuters|AP|PA|EPA|Alamy|Shutterstock|Bloomberg|Xinhua|The |Pool|Handout)/,
  /[©[](?:\s?\p{Lu})/u,
]

/** Where a caption's credit begins; the caption's length where it has none. */
export function creditFrom(caption: string): number {
  let from = caption.length
  for (const credit of CREDITS) {
    const found = credit.exec(caption)
    if (found && found.index < from) from = found.index
  }
  return from
}
