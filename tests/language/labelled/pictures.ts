import { labelledFor } from './one-check.ts'

const alt = labelledFor('alt-repeats-caption')
const whole = labelledFor('caption-incomplete')
const credit = labelledFor('caption-credit')

const CAPTION = 'Prime Minister Anna Berg shakes hands with farmers in Lund, Sweden, on Monday.'

/** Alt text that only repeats its caption. */
export const ALT_REPEATS_CAPTION = [
  alt.flags('the same', [CAPTION], { caption: CAPTION, alt: CAPTION, credit: 'AFP' }),
  alt.flags(
    'but for marks and credit',
    ['Prime Minister Anna Berg shakes hands with farmers in Lund Sweden on Monday'],
    {
      caption: `${CAPTION} — Reuters`,
      alt: 'Prime Minister Anna Berg shakes hands with farmers in Lund Sweden on Monday',
    },
  ),
  alt.flags('a part of it', ['Anna Berg shakes hands with farmers'], {
    caption: CAPTION,
    alt: 'Anna Berg shakes hands with farmers',
  }),
  alt.leaves('what is seen', {
    caption: CAPTION,
    alt: 'A smiling woman in rubber boots reaches over a fence to a row of men in overalls.',
  }),
  alt.leaves('a few words of it', { caption: CAPTION, alt: 'Anna Berg with a crowd of farmers' }),
  alt.leaves('no caption', { alt: CAPTION }),
]

/** Captions without who, where or when. */
export const CAPTION_INCOMPLETE = [
  whole.flags('no date', ['Anna Berg in Lund.'], { caption: 'Anna Berg in Lund.', credit: 'AFP' }),
  whole.flags('no place', ['Anna Berg speaks on Monday.'], {
    caption: 'Anna Berg speaks on Monday.',
    credit: 'AFP',
  }),
  whole.flags('nothing', ['Applause.'], { caption: 'Applause.', credit: 'AFP' }),
  whole.leaves('all', { caption: CAPTION, credit: 'AFP' }),
  whole.leaves('AP’s own form', {
    caption: 'Residents cross the bridge in Lisbon, Portugal, Wednesday, Sept. 3, 2025. (AP Photo/John Roe)',
  }),
  whole.leaves('a drawing', { caption: 'Artist’s impression of the new bridge', credit: 'City' }),
]

/** Pictures that credit nobody. */
export const CAPTION_CREDIT = [
  credit.flags('neither', [CAPTION], { caption: CAPTION }),
  credit.leaves('a credit line', { caption: CAPTION, credit: 'Ida Berg' }),
  credit.leaves('at the caption’s end', { caption: `${CAPTION} — Reuters` }),
  credit.leaves('in brackets', { caption: `${CAPTION} (Ritzau Scanpix via AP, File)` }),
  credit.leaves('by name', { caption: `${CAPTION} Photograph: Ida Berg/The Ledger` }),
  credit.leaves('by slash', { caption: `${CAPTION} REUTERS/Ida Berg` }),
]
