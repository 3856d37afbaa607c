/** Makes small pictures with metadata as bytes, so that what is read was really written. */

const latin = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0))
export const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)]
const word = (value: number): number[] => [(value >> 8) & 255, value & 255]
const long = (value: number): number[] => [...word(value >>> 16), ...word(value & 65_535)]

const segment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  ...word(content.length + 2),
  ...content,
]

/** One IIM data set of record 1 or 2. */
export const dataSet = (record: number, number: number, value: readonly number[]): number[] => [
  0x1c,
  record,
  number,
  ...word(value.length),
  ...value,
]

/** Says that the data sets after it are UTF-8 (ESC % G). */
export const SAYS_UTF8 = dataSet(1, 90, [0x1b, 0x25, 0x47])
export const CAPTION = 120
export const CREDIT = 110
export const BY_LINE = 80

/** IIM data sets in a Photoshop segment. */
export function iptcSegment(sets: readonly number[]): number[] {
  const padded = sets.length % 2 === 0 ? sets : [...sets, 0]
  return segment(0xed, [
    ...latin('Photoshop 3.0\0'),
    ...latin('8BIM'),
    ...word(0x0404),
    0,
    0,
    ...long(sets.length),
    ...padded,
  ])
}

export function xmpSegment(properties: string): number[] {
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${properties}</rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
  return segment(0xe1, [...latin('http://ns.adobe.com/xap/1.0/\0'), ...utf8(packet)])
}

export const languageAlternative = (name: string, value: string): string =>
  `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li></rdf:Alt></${name}>`

/** A JPEG of one grey pixel, with these segments before its picture. */
export function jpeg(...segments: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segments.flat(),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0, 0, 1, ...Array.from({ length: 14 }, () => 0), 0]),
    ...segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    0x3f,
    0xff,
    0xd9,
  ])
}
