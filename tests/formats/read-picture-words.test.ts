// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { NO_PICTURE_WORDS, readPictureWords } from '../../src/formats/read-picture-words.ts'
import {
  BY_LINE,
  CAPTION,
  CREDIT,
  dataSet,
  iptcSegment,
  jpeg,
  languageAlternative,
  SAYS_UTF8,
  utf8,
  xmpSegment,
} from './picture-bytes.ts'

const latin1 = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))

const caption = 'Złoty port w Gdańsku – “nigdy więcej”'
const cases = [
  { name: 'a picture that says nothing', picture: jpeg(), words: NO_PICTURE_WORDS },
  {
    name: 'IIM that says it is UTF-8',
    picture: jpeg(
      iptcSegment([
        ...SAYS_UTF8,
        ...dataSet(2, CAPTION, utf8(caption)),
        ...dataSet(2, CREDIT, utf8('EN Photo/Zoë Müller')),
      ]),
    ),
    words: { alt: '', caption, credit: 'EN Photo/Zoë Müller' },
  },
  {
    name: 'UTF-8 that does not say so',
    picture: jpeg(iptcSegment(dataSet(2, CAPTION, utf8(caption)))),
    words: { ...NO_PICTURE_WORDS, caption },
  },
  {
    name: 'Windows-1252 that does not say so',
    picture: jpeg(
      iptcSegment(dataSet(2, CAPTION, [0x93, ...latin1('Caf\u00e9'), 0x94, 0x20, 0x97, ...latin1(' Paris')])),
    ),
    words: { ...NO_PICTURE_WORDS, caption: '“Café” — Paris' },
  },
  {
    name: 'several lines and blanks, as one line',
    picture: jpeg(iptcSegment(dataSet(2, CAPTION, utf8('  One line,\r\nand another. \0')))),
    words: { ...NO_PICTURE_WORDS, caption: 'One line, and another.' },
  },
  {
    name: 'a creator where there is no credit line',
    picture: jpeg(
      iptcSegment([...dataSet(2, BY_LINE, utf8('Ann Smit')), ...dataSet(2, BY_LINE, utf8('Jan Vos'))]),
    ),
    words: { ...NO_PICTURE_WORDS, credit: 'Ann Smit, Jan Vos' },
  },
  {
    name: 'XMP with alt text',
    picture: jpeg(
      xmpSegment(
        languageAlternative('Iptc4xmpCore:AltTextAccessibility', 'Stacked containers &amp; a crane') +
          languageAlternative('dc:description', 'Containers in Rotterdam') +
          '<photoshop:Credit>REUTERS</photoshop:Credit>' +
          '<dc:creator><rdf:Seq><rdf:li>Piroschka van de Wouw</rdf:li></rdf:Seq></dc:creator>',
      ),
    ),
    words: {
      alt: 'Stacked containers & a crane',
      caption: 'Containers in Rotterdam',
      credit: 'REUTERS',
    },
  },
  {
    name: 'XMP before IIM, each for what it has',
    picture: jpeg(
      iptcSegment([...dataSet(2, CAPTION, utf8('from IIM')), ...dataSet(2, CREDIT, utf8('AFP'))]),
      xmpSegment(languageAlternative('dc:description', 'from XMP')),
    ),
    words: { alt: '', caption: 'from XMP', credit: 'AFP' },
  },
]

describe('what a picture says about itself', () => {
  it.each(cases)('reads $name', async ({ picture, words }) => {
    expect(await readPictureWords(new Blob([picture], { type: 'image/jpeg' }))).toEqual(words)
  })

  it.each([
    { name: 'nothing', bytes: new Uint8Array() },
    { name: 'text', bytes: Uint8Array.from(utf8('This is not a picture')) },
    { name: 'broken XMP', bytes: jpeg(xmpSegment('<dc:description><rdf:Alt>')) },
    { name: 'an IIM length past the end', bytes: jpeg(iptcSegment([0x1c, 2, CAPTION, 0xff, 0xff, 0x41])) },
    { name: 'a picture cut off in its head', bytes: jpeg(iptcSegment(SAYS_UTF8)).subarray(0, 30) },
  ])('finds no words in $name, and does not fail', async ({ bytes }) => {
    expect(await readPictureWords(new Blob([Uint8Array.from(bytes)]))).toEqual(NO_PICTURE_WORDS)
  })
})
