/** Words before a name that make it a person's, in small letters; with them an office of several words is put together. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness king queen prince princess duke duchess emperor sultan emir sheikh ' +
    'pope cardinal archbishop bishop father sister brother reverend rev rabbi imam ayatollah dalai ' +
    'president vice-president premier minister chancellor taoiseach tanaiste governor gov senator sen representative rep congressman congresswoman ' +
    'mayor councillor councilman councilwoman ambassador secretary undersecretary commissioner chairman chairwoman chair speaker ' +
    'attorney judge justice magistrate prosecutor lawyer solicitor barrister sheriff ' +
    'general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm commander cmdr corporal private officer constable ' +
    'detective inspector superintendent chief ' +
    'chef coach manager striker midfielder defender goalkeeper winger forward skipper quarterback pitcher batsman bowler driver champion ' +
    'director producer actor actress singer author writer novelist poet comedian artist photographer journalist presenter economist analyst historian ' +
    'scientist astronomer biologist physicist meteorologist doctor nurse surgeon teacher headteacher farmer engineer ' +
    'spokesman spokeswoman spokesperson leader founder co-founder billionaire tycoon activist campaigner ' +
    'mp mep msp ceo counterpart rival predecessor successor colleague resident neighbour neighbor pensioner student'
  ).split(' '),
)

/** Titles that only a surname follows in ordinary use, so that one of these alone names somebody the reader hasn't met. */
export const COURTESIES: ReadonlySet<string> = new Set('mr mrs ms miss mx'.split(' '))

/** Words that stand in front of a title and belong to it: "Prime Minister", "Acting Deputy Foreign Secretary". */
export const OFFICE_WORDS: ReadonlySet<string> = new Set(
  (
    'prime deputy vice foreign defence defense interior finance home health justice education energy environment transport economy trade labour labor ' +
    'culture agriculture first former acting interim assistant chief executive supreme court state district police fire senior junior lead head ' +
    'attorney general house senate majority minority crown shadow opposition party cabinet treasury of the and for lieutenant brigadier rear wing ' +
    'detective superintendent field staff marshal grand high holy lance sergeant national security republican democratic democrat conservative tory labour liberal ' +
    'us u.s. uk u.k. eu un'
  ).split(' '),
)

/** Offices in capitals before which a name stands in the possessive: "Ukraine’s President". */
export const OFFICES: ReadonlySet<string> = new Set(
  (
    'President Prime Minister Foreign Finance Defence Defense Interior Justice Health Chancellor King Queen Emperor Pope Prince Governor Secretary ' +
    'Secretary-General Heads Head Chief Ambassador Parliament Government Supreme Senate Vice Deputy Premier Mayor Cabinet Crown Army Navy Ministry ' +
    'Director Commissioner Speaker Taoiseach'
  ).split(' '),
)
