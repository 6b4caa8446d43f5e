/** Names for a crowd, none like another: karaoked refuses look-alikes. */
const NAMES = (
  'Adriana Boris Calin Desislava Emil Filip Gergana Hristo Ivaylo Jana Kalina Lyubomir Margarita Nikola Olga Petko Radost ' +
  'Stefan Tsvetana Umut Violeta Wanda Xenia Yordan Zlatka Albena Blagoy Chavdar Dobromir Elitsa Fani Galin Hrabar Iskra ' +
  'Jovan Krasimir Lilyana Momchil Nevena Ognyan Plamena Rumen Svetlozar Todor Ulyana Veselin Yasen Zdravko Antoaneta ' +
  'Borislava Cvetomir Dilyana Evgeni Feodora Genadi Hortenzia Ilko Juliana Kosta Lazar Mihaela Nedyalko Orlin Polya Roza ' +
  'Simeon Teodora Valko Yulia Zhivka'
).split(' ');

/** The next name of the list; beyond its end with a number. */
export function crowdName(at: number): string {
  const name = NAMES[at % NAMES.length] ?? 'Guest';
  return at < NAMES.length ? name : `${name} ${Math.floor(at / NAMES.length) + 1}`;
}
