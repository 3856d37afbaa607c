/** Common surnames that are hardly anything else, folded: who says something under one of these is a person. */
export const SURNAMES: ReadonlySet<string> = new Set(
  (
    'smith johnson williams brown jones miller davis wilson anderson taylor thomas jackson thompson harris robinson walker hall lewis clarke clark wright hughes edwards green roberts turner phillips parker evans collins ' +
    'stewart murphy cooper richardson watson brooks kelly sanders bennett wood barnes ross henderson coleman jenkins perry patterson hughes simpson alexander russell griffin hayes myers hamilton graham sullivan wallace ' +
    'owens harrison fisher mcdonald macdonald marshall murray freeman simmons ferguson crawford henry dixon hunter hicks palmer wagner mills nichols stone bailey cox ward mason shaw davies morgan hill moore ' +
    'patel khan singh kumar sharma gupta chowdhury hussain begum ali ahmed nguyen kim chen garcia rodriguez martinez hernandez lopez gonzalez perez sanchez ramirez torres flores rivera gomez diaz cruz morales ortiz gutierrez ' +
    'silva santos oliveira pereira costa ferreira rossi bianchi esposito mueller muller schmidt schneider fischer weber meyer schulz hoffmann dubois durand moreau lefebvre leroy petit ivanov petrov smirnov kuznetsov ' +
    'okafor adeyemi mensah nkosi dlamini tanaka suzuki sato watanabe yamamoto byrne ryan walsh doyle gallagher doherty kennedy lynch quinn campbell fraser mackenzie cameron sinclair'
  ).split(' '),
)
