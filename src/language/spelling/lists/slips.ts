/** Misspellings whose right form no measure of nearness finds first, by the word in small letters. */
export const SLIPS: ReadonlyMap<string, string> = new Map(
  `
teh the|hte the|adn and|nad and|ahve have|hvae have|taht that|thier their|wich which|whcih which|wiht with|waht what
thsi this|saidd said|siad said|htis this|wrok work|jsut just|becuase because|beacuse because
burocracy bureaucracy|burocrat bureaucrat|burocratic bureaucratic|basicly basically|incidently incidentally
accidently accidentally|publically publicly|infered inferred|refered referred|prefered preferred|transfered transferred
occured occurred|polical political|politican politician|politicans politicians|fourty forty|ninty ninety|nineth ninth
eigth eighth|twelth twelfth|tounge tongue|visable visible|personell personnel|potatos potatoes|tomatos tomatoes
heros heroes|vetos vetoes|echos echoes|embargos embargoes|torpedos torpedoes|soliders soldiers
supercede supersede|superceded superseded|concensus consensus|millenium millennium|minature miniature|momento memento
sherrif sheriff|sacreligious sacrilegious|rediculous ridiculous|definate definite|definately definitely|alot a lot
infact in fact|aswell as well|eachother each other|incase in case|atleast at least|upto up to|noone no one
inspite in spite|thankyou thank you|dont don't|doesnt doesn't|didnt didn't|isnt isn't|wasnt wasn't
werent weren't|arent aren't|couldnt couldn't|shouldnt shouldn't|wouldnt wouldn't|hasnt hasn't|havent haven't
hadnt hadn't|theyre they're|theyve they've|youre you're|weve we've|thats that's|theres there's|whats what's
wensday Wednesday|febuary February|womens women's|mens men's|childrens children's
`
    .trim()
    .split(/[|\n]/u)
    .map((pair): [string, string] => {
      const at = pair.indexOf(' ')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
)
