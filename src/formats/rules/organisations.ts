/** Agencies by the names that they sign with, in lower case. A rule for all others follows below. */
const AGENCIES: ReadonlySet<string> = new Set(
  (
    'afp|agence france-presse|agence france presse|ap|associated press|the associated press|reuters|thomson reuters|pa|pa media|' +
    'press association|dpa|ansa|efe|tass|xinhua|kyodo|ani|pti|ians|upi|bloomberg|aap|cp|the canadian press|canadian press|anadolu|' +
    'ap photo|epa|epa-efe|getty|getty images|alamy|shutterstock|zuma|belga|apa|ritzau|tt|ntb|stt|lusa|cnn|bbc|npr|wire reports|' +
    'wire services|agencies|agency|web desk|news desk|newsroom|staff'
  ).split('|'),
)

// Words that people's names don't hold and organisations' do.
const ORGANISATION_WORD =
  /(?:^|[\s/-])(?:news|newspapers?|press|agency|agencies|agence|staff|correspondents?|reporters?|bureau|desk|times|post|herald|tribune|gazette|chronicle|telegraph|media|network|services?|wires?|newsroom|journal|broadcasting|radio|television|tv|team|editors|editorial|photos?|images|pictures|handout|pool|ministry|university|institute|office|house|organi[sz]ation|foundation|inc|ltd|llc|plc|gmbh)\.?(?=$|[\s/,-])/i

/** Whether a text is an agency's name or signature, however it is cased. */
export function isAgency(text: string): boolean {
  return AGENCIES.has(text.trim().toLowerCase())
}

/**
 * Whether a text names an organisation rather than a person: a known agency, one acronym in capitals, or a name with
 * a word that only organisations have (News, Press, Staff, Correspondent …). At most eight words.
 */
export function isOrganisation(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > 80 || trimmed.split(/\s+/).length > 8) return false
  if (isAgency(trimmed)) return true
  if (/^\p{Lu}[\p{Lu}\d&.-]{1,9}$/u.test(trimmed)) return true
  return /^[\p{Lu}\d]/u.test(trimmed) && ORGANISATION_WORD.test(trimmed)
}
