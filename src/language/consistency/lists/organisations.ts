/** Words that make a capitalised phrase an institution, a firm, a club or a thing, in small letters. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  (
    'academy act agency airlines airport airways alliance app army arena association athletic authority award awards bank bbc bill board book bridge brigade brigades brothers bureau cabinet ' +
    'campaign capital cathedral center centre century championship championships charity church city clinic club co coalition college commission committee community companies company conference congress ' +
    'constitution convention corp corporation council county court cup day deal defence defense department district division dynasty ' +
    'empire energy enterprises era exchange federation festival final finals force forces forum foundation fund games gallery gang garden gardens gate gazette ' +
    'government group guard guardian hall herald holdings holiday home homes hospital hotel house hq inc industries initiative institute institution insurance international island islands ' +
    'journal labour lake law league library limited line lines ltd magazine mail marathon market media ministry mission mosque mountain mountains movement museum national navy network news ' +
    'newspaper night observatory office olympics open opera orchestra organisation organization palace parade park parliament party partners party pact plan plc police pool post power press ' +
    'prison prize programme program project race radio rail railway railways rangers records reform republic reserve residence resort review revolution ring river road rovers royal rule school schools sea season ' +
    'secretariat senate series service services ship show society square stadium station stock store stores street studio studios summit sun super supreme system systems team technologies telegraph ' +
    'television theatre theater times tour tower town trail treaty tribune trust tunnel tv union united university valley wall war watch week wells wing world zoo ' +
    'avenue lane drive close way terrace crescent boulevard beach bay hill hills forest woods castle abbey airport harbour harbor port canal strait gulf ocean desert peninsula ' +
    'motors electric dynamics hurricane storm typhoon cyclone operation project grand prix olympic paralympic premier wanderers albion hotspur villa palace county'
  ).split(' '),
)

/** Firms and bodies of one word that speak in the news as people do, folded. */
export const ORGANISATIONS: ReadonlySet<string> = new Set(
  (
    'reuters bloomberg xinhua interfax tass kremlin pentagon hamas hezbollah taliban fatah boko houthi houthis interpol europol eurostar ofcom ofgem ofsted ofwat ' +
    'apple google microsoft amazon meta facebook twitter tesla boeing airbus toyota honda nissan renault volkswagen ferrari mercedes ford shell exxon chevron barclays lloyds santander tesco sainsbury ' +
    'morrisons aldi lidl asda ikea netflix disney spotify uber airbnb samsung sony nokia huawei tiktok bytedance alibaba tencent nvidia intel amd pfizer moderna astrazeneca novartis roche ' +
    'arsenal chelsea liverpool everton tottenham spurs juventus inter napoli barcelona bayern ajax benfica celtic rangers fulham brentford burnley wolves watford greenpeace oxfam amnesty unicef unesco nato ' +
    'labour conservatives tories democrats republicans greens congress parliament senate commons lords whitehall downing brexit bundestag duma knesset likud fidesz ' +
    'ryanair easyjet lufthansa emirates ubisoft nintendo visa mastercard paypal starbucks walmart target costco nestle unilever siemens bosch basf bayer google openai spacex stripe ' +
    'god bible koran quran christmas easter ramadan internet wikipedia telegram whatsapp instagram youtube snapchat zoom'
  ).split(' '),
)
