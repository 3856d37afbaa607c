/** Months and weekdays, in small letters with their short forms. */
export const CALENDAR: ReadonlySet<string> = new Set(
  (
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun'
  ).split(' '),
)

/** Little words that may begin a sentence and therefore stand in capitals; never the beginning of a name. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a about above across after again against all almost alone along already also although always among an and another any anyone are around as asked at away back be because been before behind being below ' +
    'besides between both but by can could despite did do does down during each earlier early either elsewhere even ever every everyone everything except far few fewer first for former from further given ' +
    'had has have having he her here hers him his how however if in including indeed inside instead into is it its itself just last late later least less like many may meanwhile might more most much must my ' +
    'near nearly neither never nevertheless next no nobody none nor not nothing now of off officials old on once one only onto or other others our out outside over own per perhaps police prosecutors quite rather ' +
    'recent recently reporters same second several she should since so some somebody someone something sometimes soon still such than that the their them then there these they this those though three through ' +
    'throughout thus to today together tomorrow too toward towards two under unless unlike until up upon us very via was we well were what whatever when whenever where whether which while who whom whose ' +
    'why with within without would yes yesterday yet you your asked speaking born according critics experts researchers scientists residents witnesses survivors supporters campaigners opponents lawyers doctors ' +
    'authorities analysts investigators organisers organizers fans players workers ministers lawmakers voters parents children people men women students teachers nearby hundreds thousands dozens millions ' +
    "four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety hundred i im ive don’t don't it’s it's"
  ).split(' '),
)
