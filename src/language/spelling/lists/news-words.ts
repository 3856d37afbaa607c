/** Words of today's news that dictionaries lack. In small letters; British and American. */
export const NEWS_WORDS: ReadonlySet<string> = new Set(
  `
airstrike airstrikes antisemitic antisemitism antivirus backbencher backbenchers biofuel biofuels blockchain bushfire
bushfires byelection byelections cashless catfishing chatbot chatbots clickbait cliffhanger coronavirus
counterterrorism cryptocurrencies cryptocurrency cyberattack cyberattacks cybercrime cybersecurity darknet deepfake
deepfakes deradicalisation deradicalization disinformation doomscrolling doorstepped dropout ebike ebikes
electromobility ethnonationalist eurosceptic euroscepticism eurozone facto flatlined foodbank foodbanks frontbencher
frontbenchers frontline geolocated geolocation geopolitical geopolitics gerrymandering gigafactory gigawatt gigawatts
goalkicker greenwashing groundbreaking hackathon hardline hardliner hardliners helpline homeschooling homophobia
homophobic hotline hotspot hotspots infinitum influencer influencers infotainment inswinger intifada islamist
islamists islamophobia jihadi jihadis jihadist jihadists jirga jure kleptocrat kleptocrats knockout lawfare leaderless
leftwing livestream livestreamed livestreaming livestreams lockdown lockdowns logjam longform malware megawatt
megawatts microplastics midfielder midfielders midterm midterms militarised misgendered misinformation mujahideen
multilateralism neoliberal neonazi nonbinary nonprofit nonprofits offshoring onboarding outswinger overfishing
oversubscribed paceman pacemen paramilitaries paywall paywalled peacekeeper peacekeepers peacekeeping petrochemical
petrochemicals petrostate phishing podcast podcaster podcasters podcasts polarised polarized powerbroker powerbrokers
powersharing preclinical prequel pressers quango quangos ransomware readout readouts rebrand rebranded referenda
regasification resettle resettled resettlement rightwing roadmap rollout rollouts roundtable selfie selfies
semiconductor semiconductors separatist separatists sexting shortlist shortlisted showrunner sinkhole situ smartphone
smartphones smartwatch snowpack spokespeople spokesperson spokespersons stakeholder standoff standoffs startup
startups storyline strongman strongmen substation subtropical superdelegate superspreader superyacht superyachts
tailender takeaway telehealth terawatt terawatts thinktank thinktanks timeframe tradeoff transgender transphobia
transphobic turnout turnouts unaccredited underreported unfollow unfriended unliveable unvaccinated upskirting vape
vapes vaping vaxxer vitro vivo vlogger warzone webinar webinars whistleblower whistleblowers whistleblowing wildfire
wildfires workstream xenophobic yorker youthquake zoonotic
`
    .trim()
    .split(/\s+/u),
)
