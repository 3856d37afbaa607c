/** Words of today's news, and the world's money, that dictionaries lack. In small letters; British and American. */
export const NEWS_WORDS: ReadonlySet<string> = new Set(
  `
afghani airstrike airstrikes antisemitic antisemitism antivirus backbencher backbenchers baht balboa biofuel biofuels
birr blockchain bodycam bodycams boliviano bushfire bushfires byelection byelections cashless catfishing cedi chatbot
chatbots clickbait cliffhanger cordoba coronavirus counterterrorism cryptocurrencies cryptocurrency cyberattack
cyberattacks cybercrime cybersecurity dalasi darknet dashcam dashcams deepfake deepfakes deradicalisation
deradicalization dinar dirham disinformation dong doomscrolling doorstepped dropout ebike ebikes electromobility
ethnonationalist eurosceptic euroscepticism eurozone facto flatlined foodbank foodbanks forint frontbencher
frontbenchers frontline geolocated geolocation geopolitical geopolitics gerrymandering gigafactory gigawatt gigawatts
goalkicker greenwashing groundbreaking guarani hackathon hardline hardliner hardliners helpline homeschooling
homophobia homophobic hotline hotspot hotspots hryvnia infinitum influencer influencers infotainment inswinger
intifada islamist islamists islamophobia jihadi jihadis jihadist jihadists jirga jure kina kleptocrat kleptocrats
knockout koruna krona krone kroner kronor kuna kwacha kwanza kyat lari lawfare leaderless leftwing lempira leone lev
livestream livestreamed livestreaming livestreams lockdown lockdowns logjam longform malware manat megawatt megawatts
metical microplastics midfielder midfielders midterm midterms militarised misgendered misinformation mujahideen
multilateralism naira neoliberal neonazi ngultrum nonbinary nonprofit nonprofits offshoring onboarding ouguiya
outswinger overfishing oversubscribed paceman pacemen paramilitaries paywall paywalled peacekeeper peacekeepers
peacekeeping peso petrochemical petrochemicals petrostate phishing podcast podcaster podcasters podcasts polarised
polarized powerbroker powerbrokers powersharing preclinical prequel pressers pula quango quangos quetzal rand
ransomware readout readouts reais rebrand rebranded referenda regasification renminbi resettle resettled resettlement
rial riel rightwing ringgit riyal roadmap rollout rollouts rouble roundtable ruble rupee rupiah selfie selfies
semiconductor semiconductors separatist separatists sexting shekel shortlist shortlisted showrunner sinkhole situ
smartphone smartphones smartwatch snowpack somoni spokespeople spokesperson spokespersons stakeholder standoff
standoffs startup startups storyline strongman strongmen substation subtropical superdelegate superspreader superyacht
superyachts tailender taka takeaway telehealth tenge terawatt terawatts thinktank thinktanks timeframe tradeoff
transgender transphobia transphobic tugrik turnout turnouts unaccredited underreported unfollow unfriended unliveable
unvaccinated upskirting vape vapes vaping vaxxer vitro vivo vlogger warzone webinar webinars whistleblower
whistleblowers whistleblowing wildfire wildfires workstream xenophobic yorker youthquake yuan zloty zoonotic
`
    .trim()
    .split(/\s+/u),
)
