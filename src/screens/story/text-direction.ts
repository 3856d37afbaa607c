const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'ar',
  'dv',
  'fa',
  'he',
  'ks',
  'ku',
  'ps',
  'sd',
  'ug',
  'ur',
  'yi',
])

export type TextLanguage = { readonly lang: string; readonly dir: 'ltr' | 'rtl' }

/** `lang` and `dir` of a story's texts. An unknown language reads from left to right. */
export function textLanguage(language: string): TextLanguage {
  const [primary = ''] = language.toLowerCase().split('-')
  return { lang: language, dir: RIGHT_TO_LEFT.has(primary) ? 'rtl' : 'ltr' }
}

/** A language as people call it: "British English"; the code itself where no name is known. */
export function languageName(language: string): string {
  if (language === '') return 'Language not set'
  try {
    return new Intl.DisplayNames('en-GB', { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
