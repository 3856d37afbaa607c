/** A story in the shape of wire copy, written for Stet: invented people, an invented ferry. */
export const SAMPLE_COPY = `Local
Island ferry to run through the winter after villagers raise the fare themselves
“We did not want a subsidy, we wanted a timetable,” says the postmistress who began it
By Maren Holt and Idris Vaughan, Example News
Slug: winter-ferry
Keywords: ferries, islands, transport

Alt text: A small white ferry leaves a stone pier under low cloud
The ferry Skua leaves Anstrand harbour on Monday, Nov. 16, 2026. (Example News Photo/Ruth Ferrier)

ANSTRAND, Nov 16, 2026 (Example News) - The only ferry between Anstrand and the mainland will sail every day this winter, after the island’s 412 people voted to pay for it themselves.

The crossing has stopped from November to March since 2009, when the county withdrew its support. Residents have since kept a boat of their own for emergencies.

“We did not want a subsidy, we wanted a timetable,” said Elin Sorley, the postmistress, who collected the first signatures at her counter. “You can plan a life around a timetable.”

Each household has promised £30 a month until the end of March. The operator, Skua Lines, said the sum covers fuel and one crew, and that it would run the boat without profit.

The county council said it welcomed the decision and would review its own support in TK.

The first winter sailing leaves on Dec. 1 at 7:10 a.m.

(Reporting by Maren Holt in Anstrand; Editing by Idris Vaughan)
ENDS
`
