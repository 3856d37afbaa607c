/** People known by one name, folded: a first mention by it is enough. */
export const FAMOUS: ReadonlySet<string> = new Set(
  (
    'pele neymar ronaldinho ronaldo rivaldo kaka zico socrates messi maradona madonna adele beyonce rihanna bjork cher bono sting eminem drake stormzy dido shakira enya lorde moby prince ' +
    'lula shakespeare dickens chaucer milton byron keats wordsworth dante homer virgil plato aristotle socrates tolstoy dostoevsky chekhov kafka goethe schiller proust voltaire moliere cervantes ' +
    'mozart beethoven bach handel haydn brahms chopin liszt verdi wagner puccini vivaldi tchaikovsky stravinsky debussy ' +
    'einstein newton galileo darwin freud marx nietzsche kant hegel copernicus kepler curie tesla ' +
    'picasso rembrandt vermeer monet manet matisse cezanne gauguin raphael michelangelo leonardo caravaggio titian botticelli banksy warhol turner constable ' +
    'hitler stalin lenin mussolini napoleon churchill thatcher gandhi mandela mao franco castro guevara roosevelt lincoln washington jefferson kennedy nixon reagan ' +
    'jesus muhammad buddha moses confucius caesar cleopatra nero augustus hannibal attila tutankhamun boudicca'
  )

    .split(' '),
)
