import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../../src/party/fold.ts';
import { soundsLike, soundsOf } from '../../../../src/party/letters/sound.ts';

/** Whether somebody who types `typed` finds a song with `word` in its name. */
const finds = (typed: string, word: string): boolean => {
  const indexed = soundsLike(fold(word));
  return soundsOf(fold(typed)).some((sound) => indexed.includes(sound));
};

describe('spellings of one word meet', () => {
  test.each([
    // Bulgarian: the law of 2009 first, then as phones write it.
    ['Щурците', 'shturtsite shturcite 6turcite shturtzite'],
    ['Обичам', 'obicham obi4am'],
    ['нежна', 'nezhna nejna'],
    ['душа', 'dusha du6a'],
    ['жълто', 'zhalto julto jylto jalto'],
    ['Бъди', 'badi budi bydi'],
    ['какъвто', 'kakavto kakuvto kakyvto kakywto'],
    ['ъгъл', 'agal ugul ygyl'],
    ['Вълк', 'valk vulk walk wylk'],
    ['дъжд', 'dazhd dajd dujd duzhd dyjd'],
    ['вятър', 'vyatar vqtur viatur vyatur vqtyr'],
    ['гълъб', 'galab gulub gylyb'],
    ['Ергенът', 'ergenat ergenut ergenyt'],
    ['съединение', 'saedinenie suedinenie syedinenie'],
    ['цвете', 'tsvete cvete'],
    ['Черната', 'chernata 4ernata'],
    ['овца', 'ovtsa ovca'],
    ['хубава', 'hubava xubava khubava'],
    ['синьо', 'sinyo sinio'],
    ['юнак', 'yunak iunak junak'],
    ['Мария', 'maria mariya mariia marija mariq'],
    ['ще', 'shte 6te'],
    ['живот', 'zhivot jivot'],
    ['момиче', 'momiche momi4e'],
    ['Камино', 'kamino camino'],
    ['изход', 'izhod izkhod'],
    ['Джони', 'dzhoni djoni'],
    ['счупен', 'schupen s4upen'],
    // Russian: passports, BGN/PCGN, GOST 7.79, chats.
    ['Любовь', "lyubov liubov lubov ljubov lyubov'"],
    ['ещё', 'eshche eshchyo esche eshe escho eshcho eshchio'],
    ['жёлтый', 'zheltyy zheltyi zhelty zholtiy jeltiy zheltyj'],
    ['чёрный', 'cherny chorny chernyy chornyi 4erniy'],
    ['розовый', 'rozovyy rozoviy rozovy rozovyi rozovyj'],
    ['Солнце', 'solnce solntse'],
    ['Группа', 'gruppa grupa'],
    ['объятия', "obyatiya obiatia obieiatiia ob'yatiya"],
    ['подъезд', "podyezd podezd pod'ezd podieezd"],
    ['съешь', "syesh s'esh"],
    ['тебя', 'tebya tebia tebja tebq'],
    ['моя', 'moya moia moja moq'],
    ['мой', 'moy moi moj'],
    ['чай', 'chay chai 4ai chaj'],
    ['Я', 'ya ia ja q'],
    ['всё', 'vse vsyo vsio vsjo'],
    ['хорошо', 'khorosho horosho xorosho horo6o'],
    ['алых', 'alykh alyh alix'],
    ['пьяный', "pyanyy p'yanyy pianyi pyany pyaniy"],
    ['жизнь', "zhizn zhizn' jizn"],
    ['Сердючка', 'serdyuchka serduchka serdiuchka serdju4ka'],
    ['счастье', 'schastye schaste schastie shchastye s4astie'],
    ['отца', 'otca otsa ottsa'],
    ['улыбаться', 'ulybatsya ulybatsia ulibatsja'],
    ['отшумели', 'otshumeli ot6umeli'],
    ['схема', 'shema skhema'],
    ['это', 'eto'],
    ['товарищ', 'tovarish tovarishch tovarisch'],
    ['Алекс', 'alex aleks'],
    ['Высоцкий', 'vysotskiy vysockij visotsky'],
    ['рок', 'rok rock'],
    // The neighbours.
    ['Моји', 'moji moii'],
    ['Рибља', 'riblja'],
    ['Обійми', 'obiymy obijmy obiimy'],
    ['дівочий', 'divochyy divochyi'],
    ['гімн', 'himn gimn'],
  ])('%s: %s', (word, typed) => {
    expect(typed.split(' ').filter((spelling) => !finds(spelling, word))).toEqual([]);
  });
});

describe('what is another word stays one', () => {
  test.each([
    ['love', 'любов'],
    ['moje', 'море'],
    ['chai', 'час'],
    ['dusha', 'дъжд'],
    ['slance', 'сълза'],
    ['zima', 'зима моя'],
  ])('%s does not find %s', (typed, word) => {
    expect(finds(typed, word)).toBe(false);
  });

  test('what has no letter of the alphabet has no sound', () => {
    expect([soundsLike('hello'), soundsLike('1979'), soundsLike('')]).toEqual([[], [], []]);
    expect([soundsOf('привет'), soundsOf('46'), soundsOf(''), soundsOf('東京')]).toEqual([[], [], [], []]);
  });

  test('digits stay where they are part of the name', () => {
    expect(finds('d2', 'Д2')).toBe(true);
  });
});

test('most words have one sound, and none more than four', () => {
  const words = 'моя страна моя българия тих бял дунав се вълнува обичам те дотук една българска роза'.split(' ');
  const sounds = words.map((word) => soundsLike(word).length);
  expect(Math.max(...sounds)).toBe(3);
  expect(sounds.filter((many) => many === 1).length).toBe(words.length - 3);
  expect(soundsLike('ђъћъщјъ').length).toBe(4);
  expect(soundsOf('xcjw').length).toBe(4);
});
