/** Things that happen once on a day in a place, each with the word for all its forms. */
export const EVENTS: ReadonlyMap<string, string> = new Map(
  (
    'meeting:meeting meetings:meeting talks:talks summit:summit summits:summit election:election elections:election vote:vote referendum:referendum ballot:vote match:match final:final ' +
    'semi-final:semi-final semifinal:semi-final derby:derby funeral:funeral wedding:wedding trial:trial hearing:hearing inquest:inquest strike:strike walkout:strike march:march parade:parade rally:rally ' +
    'protest:protest demonstration:protest launch:launch concert:concert ceremony:ceremony debate:debate conference:conference visit:visit ' +
    'crash:crash collision:crash earthquake:earthquake quake:earthquake explosion:explosion blast:explosion fire:fire blaze:fire shooting:shooting stabbing:stabbing attack:attack bombing:attack ' +
    'landslide:landslide flood:flood floods:flood flooding:flood eruption:eruption derailment:derailment election:election inauguration:inauguration coronation:coronation'
  )
    .split(' ')
    .map((pair): readonly [string, string] => {
      const [word = '', event = ''] = pair.split(':')
      return [word, event]
    }),
)
