/** The rail lies at the foot of the page where that is as narrow as this, in CSS pixels (app-frame.module.css). */
const NARROW = 640

/** Where something opens that belongs to a button of the rail. */
export const besideRail = (): 'right top' | 'top start' =>
  window.innerWidth <= NARROW ? 'top start' : 'right top'
