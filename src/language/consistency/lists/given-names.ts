/**
 * Common given names of many cultures, folded (small letters without accents). Names that are ordinary English words at
 * a sentence's start ("Will", "May", "Mark", "Grant") are left out: they prove nothing.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
aaron abbie abby abigail adam adele adrian agnes aidan aisling alan alana alastair albert alec alex alexa alexander alexandra alexis alfie
alfred alice alicia alison alistair allan allen allison alyssa amanda amber amelia amy andrea andrew andy angela angus anita anna annabel anne
annette annie anthony antonia april archie arnold arthur ashley audrey ava barbara barney barry beatrice becky ben benjamin bernadette bernard
bernie beth bethany betty beverley bianca bill billy bob bobby boris brad bradley brandon brenda brendan brett brian bridget brittany bruce
bryan bryony caitlin callum calvin cameron camilla carl carla carmen carol caroline carolyn carrie catherine cathy cecilia charlene charles charlie
charlotte chelsea cheryl chloe chris christian christina christine christopher ciara claire clara clare clarence claudia clifford clive colin
colleen connor conor cory courtney craig curtis cynthia daisy damian damien dan daniel danielle danny daphne darren dave david dawn dean deborah
debbie declan deirdre delia denise dennis derek dermot diana diane dominic donald donna dora doris dorothy doug douglas duncan dylan eamon
earl eddie edgar edith edmund edward edwin eileen elaine eleanor elena eli elijah elisabeth eliza elizabeth ella ellen ellie elliot elliott elsie
emily emma eric erica erik erin ernest esther ethan eugene eunice eva evan eve evelyn evie ewan felicity felix finlay fiona florence
floyd frances francis frank franklin fred freddie frederick gabriel gabriella gail gareth gary gavin gemma geoff geoffrey george georgina gerald
geraldine gerard gerry gillian gina gladys glen glenn gloria gordon graeme graham greg gregory greta guy gwen hannah harold harriet
harriette harry harvey hayley hazel heather hector heidi helen helena henry herbert hilary hillary holly howard hugh hugo humphrey iain ian
imogen ingrid irene iris isaac isabel isabella isla isobel ivan ivor jack jackie jacob jacqueline jade jake james jamie jan jane janet janice
jared jasmine jason jay jean jeff jeffrey jennifer jenny jeremy jerome jerry jess jesse jessica jessie jill jim jimmy joan joanna joanne jodie
joe joel john johnny jon jonathan jordan joseph josephine josh joshua joyce juan judith judy julia julian julie june justin karen karl kate katherine
kathleen kathryn kathy katie kay keir keith kelly ken kenneth kerry kevin kieran kim kimberly kirsten kirsty kristen kyle lara larry laura lauren
laurence lawrence leah lee leo leon leonard leslie lewis liam lily linda lindsay lisa liz lloyd lois lorna lorraine louis louise luca lucas lucia
lucinda lucy luke lydia lynn mabel madeleine madison maisie malcolm mandy marcia marco marcus margaret maria marian marianne marie marilyn
marina marion marjorie marlene martha martin martina marvin mary mathew matilda matt matthew maureen maurice mavis megan meghan melanie melissa
meredith mia michael michaela michelle miguel mike mildred millie miranda miriam mitchell mohamed mohammad mohammed moira molly mona monica morgan
muhammad muriel myra nadia nadine nancy naomi natalie natasha nathan nathaniel neil nellie niall nicholas nick nicola nicole nigel nina noah
noel nora norma norman olga oliver olivia ollie orla oscar owen pamela patricia patrick paul paula pauline peggy penelope penny percy
pete peter petra phil philip phillip phoebe phyllis pippa polly priscilla quentin rachael rachel ralph randall randy raymond rebecca reginald rex
rhiannon rhys richard rick ricky rita robert roberta robin rodney roger roland ronald ronnie rory rosalind rosemary rosie ross rowan roy rupert
russell ruth ryan sabrina sadie sally sam samantha samuel sandra sara sarah saskia scott sean sebastian selina shane shannon sharon shaun
sheila shelley shirley sian sidney siobhan simon sinead sofia solomon sonia sophia sophie stacey stanley stefan stella stephanie stephen steve
steven stewart stuart sue susan susannah suzanne sylvia tamara tamsin tania tanya tara ted teresa terence terry tess thelma theo theodore theresa
thomas tiffany tim timothy tina toby todd tom tommy tony tracey tracy travis trevor trudy tyler una ursula valerie vanessa vera vernon
veronica vicky victor victoria vincent viola violet virginia vivian vivienne walter wanda warren wayne wendy wesley wilfred william willie
winifred winston xavier yasmin yvette yvonne zachary zara zoe tulsi kamala barack donna nikki marjorie lindsey ruben
abdel abdelaziz abdul abdullah abu ahmad ahmed aisha akbar ali amina amir anwar arash asad ashraf asif aung aziz bashar bashir benazir benyamin benjamin
bezalel ehud fadi faisal farah farid farouk fatima fatou feroz ghassan hakim hamid hamza hasan hashim hassan hossein hussain hussein ibrahim idris imran
ismail ismail jamal kamal karim khaled khalid khalil layla leila mahmoud mahmud malik mansour mariam marwan maryam masoud mehdi mehmet moshe muammar
mustafa mustapha nabil naftali nasser nawaz nizar nour omar osama osman qassem rachid rafik rami ramzan rashid reza riyad saad saddam saeed said salah
salim salma salman sami samir samira shahid sheikh shehbaz shimon suleiman tariq usman waleed walid yahya yair yasser yitzhak yoav yousef youssef yusuf
zainab zayed ziad recep tayyip ekrem emine selahattin ayse elif emre hakan kemal murat
abhishek aditya ajay akash amit amitabh anil anita anjali ankit anand arjun arun arvind ashok deepak deepika dinesh gautam gopal harish indira
jagdeep jawaharlal jaya kapil karan kavita kiran krishna kumar lakshmi lalit mahatma manish manmohan mukesh narendra naveen neha nirmala nitin pooja pradeep
prakash pranab prashant priya priyanka rahul raj rajesh rajiv rajnath rakesh ram ramesh ravi rishi rohit sachin sandeep sanjay sania shashi
shreya sonia sunil sunita suresh sushma uma vijay vikram vinod virat vivek yogi ranil gotabaya mahinda sheikh khaleda
chen deng fumio haruki hiroshi hong jae jiang jing jinping joko junichiro kazuo keiko kenji kim koichi lei li liang lin ling ming minh naoto
naomi park ping qiang satoshi shigeru shinzo sota takashi tao taro thanh tran tuan wang wei xi xiang xiao xin yang yoko yoshihide yoon yuki yukio
zhang zhao zhou ferdinand rodrigo corazon imelda leni najib mahathir anwar prabowo megawati susilo bongbong srettha thaksin yingluck prayut
abena abiola adama ade akinwumi ama amara aminata bola boubacar chidi chika chinedu chinua cyril desmond emeka emmerson eniola femi funmilayo
goodluck hage hakainde ifeoma ikechukwu jacob jakaya joao jomo julius kagiso kofi kwame laurent lerato lindiwe lazarus macky mandla mosiuoa moussa muhammadu
nana naledi ngozi nelson nkosazana obiageli olusegun oluwaseun oumar paul robert samia seyi sipho tendai thabo themba tunde uhuru umaru wangari wole yaya
yoweri zanele
adolfo alberto alejandra alejandro alfredo alvaro ana andres angel angelo antonio armando arturo augusto beatriz benito bernardo blanca bruna bruno caio camila
carlos carlo catalina cesar claudio clara cristian cristina cristiano dani daniela david diego dilma domingo eduardo elena emiliano emilio enrique ernesto esteban
eva evo fabio federica federico felipe fernanda fernando fidel filippo francesca francesco francisco franco gabriela gerardo gianni giacomo giorgia giorgio giovanni
gisele giulia giuseppe gonzalo graciela guadalupe guido guillermo gustavo hernan hugo ignacio ines isabel jair javier jesus joaquin jorge jose josefina juan
juana julio lionel lorenzo lourdes luciana luciano luigi luis luisa luiz manuel manuela marcelo marcos margarita mariana mariano mario mateo matteo mauricio
mercedes michel mirella nayib neymar nicolas octavio oscar pablo paola paolo pedro pilar rafael ramon raul ricardo roberto rocio rodrigo rosa ruben salvador
salvatore santiago sergio silvia silvio simone sofia soledad teresa tomas valentina valeria vicente vincenzo xiomara yolanda javier
adrien agathe alain alexandre amelie anais andre antoine arnaud aurelie baptiste benoit brigitte bruno camille catherine cecile celine charles
claude clement corinne cyrille delphine denis didier dominique edouard elise elodie emmanuel eric etienne eugenie fabien fabienne florian francois francoise
frederic gabriel genevieve georges gerald ghislaine gilles guillaume guy helene herve hubert hugues isabelle jacques jean jeanne jerome joelle julien juliette
laurence laurent lea lionel loic louis luc lucie lucien ludovic manon marc marcel marguerite marine marion marjolaine martine mathieu mathilde maxime michel
mireille monique nathalie nicolas odile olivier pascal patrice patrick philippe pierre quentin raphael raymond regis remi rene robert roland romain sandrine
sebastien segolene serge severine simone solange stephane sylvain sylvie thierry thibault valerie veronique vincent virginie xavier yannick yves yvonne
alina aleksandar aleksander aleksandr alexei alexey anastasia anatoly andrei andrej andriy andrzej angela annalena annegret anton arkady artem arvid bartosz
bohdan bogdan boris borislav bozena christian christoph dagmar darya denys dieter dietmar dietrich dmitri dmitriy dmitry dmytro donatella edyta egon ekaterina
elena elke emil erich ernst esa eva ewa fabian franziska franz friedrich fritz galina gennady gerhard gert grzegorz gunter gunther hans hanna hans-georg heike
heinrich heinz helga helmut henrik henryk herbert herta hildegard horst ida igor ilse ilya ingmar ingeborg irina iryna jacek jaroslaw jens jerzy jan joachim
jochen johan johann johanna johannes jonas josef juha jurgen kaja karin karina karl karol katarina katarzyna katja katrin kirill klaus klaudia konrad konstantin kostas
krzysztof kurt kyriakos lars lech leonid lena leszek ludwig lukas lyudmila maciej magdalena maksim malgorzata manfred marek margarethe margrethe margus maria marta mateusz
mats matthias max maxim michal mika mikhail milan milos mykhailo mykola nadezhda nataliya natalia nicos niklas nikita nikol nikolai nikolay nikos novak oksana
olaf ole oleg oleh oleksandr oleksiy olena otto pavel pavlo pekka petr petro piotr rafal radoslaw rainer ralf reinhard robert rolf roman rudolf ruslan ryszard
sabine sanna sergei sergey sergii serhii serhiy sigmar slawomir slobodan stanislav stanislaw stefan steffen stepan sven svetlana swen szymon tadeusz tatiana tatyana
thorsten timo tobias tomasz ulrich ulrike ursula uwe vaclav valentina valery vasily viktor viktoria vitali vitaly vladimir vlad vladislav vojislav volker volodymyr
volker vyacheslav wilhelm wieslaw wladyslaw wojciech wolfgang yaroslav yegor yelena yevgeny yulia yuri yuriy zbigniew zofia zoran zuzana alexis evangelos giorgos
dimitris panagiotis stavros yanis yannis
anders astrid birgit bjarni bjorn bo carina cecilie christer ebba einar elin ellen erling espen freya frida frode goran greta gudrun gunnar hakon halla harald
helle henning inge ingvar jacinda jakob jarl jesper jorgen jorn kari kjell knut kristian kristin kristina lasse leif linnea liv magnus mads marit marte mette mikael
mikkel morten nils oddvar olav ove pernille per ragnar rasmus signe sigrid sigurd solveig soren stig stine svein sverre tarja terje tore torgeir trine ulf ulla
willem wim pieter joost jeroen geert marieke femke sander bram daan hendrik maarten mark-jan ruud dirk guy-bernard
aoife bronagh cathal ciaran cillian colm darragh diarmuid eimear enda eoghan eoin fergal fergus fintan grainne humza leo lochlan maeve mairead mhairi micheal niamh nuala oisin
padraig roisin ruairi saoirse seamus simon taoiseach tadhg alasdair eilidh hamish ailsa fraser lachlan morag bronwyn carwyn dafydd dewi ffion gethin glynis gwyneth huw ieuan ifan
iolo lleucu rhodri rhun owain vaughan
lebron kobe serena venus tiger usain mikaela simone coco iga aryna rafa roger carlos jannik jurgen pep jose arsene gareth marcus bukayo declan raheem erling kylian harry
kyrie steph draymond patrick travis tua jalen dak deandre tyrese malik jamal darnell deshawn latoya keisha shaquille lashonda tyrone ketanji clarence sonia elena amy
oprah beyonce rihanna taylor elon jeff satya sundar tim melinda priscilla sergey larry warren greta malala mark will grace rose pat drew sue rob rod gene hope nigella
`
    .trim()
    .split(/\s+/),
)
