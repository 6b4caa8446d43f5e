/**
 * What the DJ's verbs refuse with, in Bulgarian, of the line and of guests: it is written in English in dj/answers and whatever they ask. `$1` stands
 * for what a sentence names; in the Bulgarian one it is shown as it is, and `%1` is itself said in Bulgarian.
 */
export type Sentence = readonly [english: string, bulgarian: string];

export const LINE: readonly Sentence[] = [
  [
    'There is no entry $1. Its number is the first column of: karaokectl queue',
    'Няма запис $1. Номерът му е първата колона на: karaokectl queue',
  ],
  ['Entry $1 is not in the line: $2 ($3) is $4.', 'Запис $1 не е на опашката: $2 ($3) %4.'],
  [
    'Entry $1 no longer waits, it is $2. To end it: karaokectl skip',
    'Запис $1 вече не чака, защото %2. Прекратява се с: karaokectl skip',
  ],
  [
    'Entry $1 no longer waits, it is $2. To take the last skip back: karaokectl undo',
    'Запис $1 вече не чака, защото %2. Последното прескачане се връща с: karaokectl undo',
  ],
  ['Entry $1 no longer waits, it is $2. Its party is over.', 'Запис $1 вече не чака, защото %2. Партито му свърши.'],
  ['Entry $1 no longer waits, it is $2.', 'Запис $1 вече не чака, защото %2.'],
  [
    '$1 said AWAY, so entry $2 is not called wherever it stands. Move it after BACK.',
    '$1 каза AWAY, затова запис $2 не се вика, където и да е. Премести го след BACK.',
  ],
  ['Nobody else waits.', 'Никой друг не чака.'],
  ['The line has $1 places so far.', 'Засега опашката има $1 места.'],
  [
    'There is nothing to take back: nothing was ordered in the last 24 hours that can be.',
    'Няма какво да се върне: в последните 24 часа няма нищо такова.',
  ],
  [
    'The player is just carrying out the last $1. Undo again in a moment.',
    'Плейърът тъкмо изпълнява последното $1. Върни го след миг.',
  ],
  [
    'The last was $1, and nothing of it stands: the entry is $2. Nothing was changed; undo again takes back what was done before it.',
    'Последно беше $1 и нищо от него не е останало: записът %2. Няма промяна; още веднъж u връща онова преди него.',
  ],
  [
    'The last was $1, and nothing of it stands: the wish is $2. Nothing was changed; undo again takes back what was done before it.',
    'Последно беше $1 и нищо от него не е останало: желаната песен %2. Няма промяна; още веднъж u връща онова преди него.',
  ],
  [
    'The last was $1, and nothing of it stands. Nothing was changed; undo again takes back what was done before it.',
    'Последно беше $1 и нищо от него не е останало. Няма промяна; още веднъж u връща онова преди него.',
  ],
  [
    'Nothing plays, so there is nothing to $1. See: karaokectl queue',
    'Нищо не звучи, затова няма над какво да се направи $1. Виж: karaokectl queue',
  ],
  [
    'The order is written, but the player has not answered yet. See: karaokectl status',
    'Записано е, но плейърът още не отговаря. Виж: karaokectl status',
  ],
];

export const ASKING: readonly Sentence[] = [
  [
    '"$1" cannot be a guest\'s name: $2 Say another after --for',
    '„$1“ не може да е име на гост: %2 След --for кажи друго',
  ],
  ['"$1" may be one of these. Say its number instead', '„$1“ може да е една от тези. Кажи номера ѝ'],
  [
    'Nothing here is like "$1". Look with: karaokectl songs <words>',
    'Тук няма нищо като „$1“. Търси се с: karaokectl songs <думи>',
  ],
  ['$1 is hidden. To show it again: karaokectl unhide $2', '$1 е скрита. Показва се пак с: karaokectl unhide $2'],
  [
    'That guest is banned. To let them in again: karaokectl unban <guest>',
    'Този гост е със забрана. Пуска се пак с: karaokectl unban <гост>',
  ],
  [
    'There is no song $1, or it is hidden. Look with: karaokectl songs <words>',
    'Няма песен $1 или е скрита. Търси се с: karaokectl songs <думи>',
  ],
  ['There is no song "$1". Look with: $2', 'Няма песен „$1“. Търси се с: $2'],
  ['There is no song $1. Look with: karaokectl songs <words>', 'Няма песен $1. Търси се с: karaokectl songs <думи>'],
  ['$1 waits for that guest already, as entry $2.', '$1 вече чака за този гост, запис $2.'],
  ['$1 is here already, as song $2.', '$1 вече е тук, песен $2.'],
  [
    'That guest has $1 already. Remove one first: karaokectl remove <id>',
    'Този гост вече има $1. Първо махни една: karaokectl remove <номер>',
  ],
  [
    'That guest has just been forgotten. Say the name again to begin anew.',
    'Този гост току-що беше изтрит. Кажи името пак, за да започне отначало.',
  ],
  ['No party is on. To begin one: karaokectl party start', 'Няма парти. Започва се с: karaokectl party start'],
  ['It would not fit before the end of the party.', 'Няма да стигне времето до края на партито.'],
  ['Nobody can be sung with so: $1', 'Така не може да се пее с никого: %1'],
  [
    '$1 is banned. To let them in again: karaokectl unban "$2"',
    '$1 е със забрана. Пуска се пак с: karaokectl unban "$2"',
  ],
  [
    '"$1" looks like $2, who is another guest. Type the name as it is.',
    '„$1“ прилича на $2, а това е друг гост. Напиши името точно.',
  ],
  ['It looks like $1, who is another guest.', 'Прилича на $1, а това е друг гост.'],
  ['A name has at least one letter.', 'Името има поне една буква.'],
  [
    'That name has characters nobody can see. Type it again without them.',
    'В името има знаци, които никой не вижда. Напиши го без тях.',
  ],
  ['A name has at most $1 characters.', 'Името има най-много $1 знака.'],
  ['A name does not begin with $1.', 'Името не започва с $1.'],
  [
    'A name needs a letter or a digit, so that it can be called.',
    'Името има нужда от буква или цифра, за да може да се извика.',
  ],
  [
    '$1 mixes $2 letters, as if to pass for somebody else. Type it in one alphabet.',
    '$1 смесва букви ($2), сякаш е някой друг. Напиши го на една азбука.',
  ],
  ['A duet is sung with somebody else.', 'Дует се пее с някой друг.'],
  ['A duet has two who sing, you and one more. Name that one.', 'В дуета пеят двама: гостът и още един. Кажи кой.'],
];

export const PEOPLE: readonly Sentence[] = [
  ['There is no guest "$1". Look with: karaokectl guests', 'Няма гост „$1“. Виж: karaokectl guests'],
  [
    'Nobody is called "$1"; $2 begins so. What is forgotten stays so: say the whole name or the number',
    'Никой не се казва „$1“; така започва $2. Изтритото не се връща: кажи цялото име или номера',
  ],
  ['"$1" may be $2. Say the number instead', '„$1“ може да е: $2. Кажи номера'],
  [
    '"$1" is on already. To begin another, first: karaokectl party end',
    '„$1“ вече върви. За друго парти първо: karaokectl party end',
  ],
  [
    'The supervisor does not answer. The music and the guests may be fine; see its log, then try again.',
    'Процесът supervisor не отговаря. Музиката и гостите може да са наред; виж дневника му и опитай пак.',
  ],
  ['The supervisor does not answer. Try again.', 'Процесът supervisor не отговаря. Опитай пак.'],
];
