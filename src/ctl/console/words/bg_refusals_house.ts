/** What the DJ's verbs refuse with, in Bulgarian: missing songs, the library, records and care; and what arguments must be. */
import type { Sentence } from './bg_refusals.ts';

export const MISSING: readonly Sentence[] = [
  [
    'There is no wish $1. Its number is the first column of: karaokectl missing',
    'Няма желана песен $1. Номерът ѝ е първата колона на: karaokectl missing',
  ],
  ['Wish $1, $2, is $3 already.', 'Желана песен $1, $2, вече %3.'],
  [
    'Nothing can be fetched: fetch.command is not set. Name the program that brings songs in karaoked.toml, [fetch] command = "$1", and have it read (kill -HUP to karaoked). docs/operations.md has an example.',
    'Нищо не може да се изтегли: fetch.command не е зададена. Посочи програмата, която носи песни, в karaoked.toml, [fetch] command = "$1", и я дай за четене (kill -HUP на karaoked). Пример има в docs/operations.md.',
  ],
  ['There is no file "$1". Is it spelt like that?', 'Няма файл „$1“. Така ли се пише?'],
  [
    '"$1" is a folder. Name one file of it, or bring all: karaokectl library add',
    '„$1“ е папка. Посочи един файл от нея или добави всички: karaokectl library add',
  ],
  [
    'The user that runs karaoked may not read "$1". Make it readable (chmod +r), also its folders (chmod +x).',
    'Потребителят, който пуска karaoked, няма право да чете „$1“. Разреши му (chmod +r), също и папките (chmod +x).',
  ],
];

export const LIBRARY: readonly Sentence[] = [
  [
    'The library has no folders. To add one: karaokectl library add <folder>',
    'Библиотеката няма папки. Добавя се с: karaokectl library add <папка>',
  ],
  ['"$1" is a part of folder $2, "$3". Say that instead', '„$1“ е част от папка $2, „$3“. Кажи нея'],
  [
    'There is no folder $1 in the library. Look with: karaokectl library list',
    'В библиотеката няма папка $1. Виж: karaokectl library list',
  ],
  [
    'There is no folder $1 in the library. See: karaokectl library list',
    'В библиотеката няма папка $1. Виж: karaokectl library list',
  ],
  [
    'There is no folder "$1". Is it spelt like that, and is its disk plugged in?',
    'Няма папка „$1“. Така ли се пише и включен ли е дискът ѝ?',
  ],
  [
    '"$1" is a file. Name the folder it lies in; a CSV catalogue: karaokectl import',
    '„$1“ е файл. Посочи папката му; каталог CSV: karaokectl import',
  ],
  [
    'The user that runs karaoked may not read "$1". Make it readable (chmod +rx), also the folders it lies in (chmod +x).',
    'Потребителят, който пуска karaoked, няма право да чете „$1“. Разреши му (chmod +rx), също и папките над нея (chmod +x).',
  ],
  [
    '"$1" is in the library already, as a part of folder $2, "$3".',
    '„$1“ вече е в библиотеката, част от папка $2, „$3“.',
  ],
  [
    'Folder $1, "$2", lies in "$3", and no file may be there twice. To take that one out first: karaokectl library remove $4',
    'Папка $1, „$2“, е в „$3“, а никой файл не бива да е там два пъти. Първо махни нея: karaokectl library remove $4',
  ],
  ['Cannot bring $1: its folder was just removed.', '$1 не стана песен: папката току-що беше махната.'],
  ['Cannot bring $1: $2', '$1 не стана песен: $2'],
  ['Cannot import $1: $2', 'Каталогът $1 не се внася: %2'],
  ['there is no such file.', 'няма такъв файл.'],
  [
    'the user that runs karaoked may not read it. Make it readable (chmod +r), also its folders (chmod +x).',
    'потребителят, който пуска karaoked, няма право да го чете. Разреши му (chmod +r), също и папките (chmod +x).',
  ],
  ['it is not a file. Name a CSV file.', 'не е файл. Посочи файл CSV.'],
  [
    'The file is empty. It needs a first line that names artist and title.',
    'празен е. Първият му ред трябва да назовава artist и title.',
  ],
  [
    'The first line is not the header of a CSV file: its quotes do not match.',
    'първият ред не е заглавен ред на CSV: кавичките му не са по двойки.',
  ],
  ['$1 goes on without its asker.', '$1: работата продължава, макар че никой не я чака.'],
  [
    "$1 is on the librarian's list, but the librarian is degraded; it is done as soon as the librarian works. See: karaokectl status",
    '$1: записано е, но процесът librarian не работи; става, щом той заработи. Виж: karaokectl status',
  ],
];

export const CARE: readonly Sentence[] = [
  ['Say --night or --all, not both.', 'Кажи --night или --all, не и двете.'],
  ['There is no night $1. There was none yet.', 'Няма вечер $1. Още няма нито една.'],
  ['There is no night $1. The last were: $2.', 'Няма вечер $1. Последните са: $2.'],
  ['The database cannot be read: $1. $2', 'Базата данни не се чете: $1. $2'],
  [
    '"$1" is there already, and a backup overwrites nothing. Say another name.',
    '„$1“ вече го има, а копието не презаписва нищо. Кажи друго име.',
  ],
  [
    'There is no folder for "$1". Make it first (mkdir -p), or say another.',
    'Няма папка за „$1“. Първо я направи (mkdir -p) или кажи друга.',
  ],
  [
    'The user that runs karaoked may not write "$1". Say a folder that it may write to, or change its mode.',
    'Потребителят, който пуска karaoked, няма право да пише „$1“. Кажи папка, в която може, или смени правата.',
  ],
  [
    '"$1" needs $2, and $3 are free there. Make room, or say another folder.',
    'За „$1“ трябват $2, а там са свободни $3. Освободи място или кажи друга папка.',
  ],
  [
    'The copy was thrown away, it is not whole: $1. Look with: karaokectl db check',
    'Копието не е цяло и е изхвърлено: $1. Виж: karaokectl db check',
  ],
  ['No backup was made: $1. What was begun is removed.', 'Няма копие: $1. Започнатото е изтрито.'],
  ['"$1" is no verb of this karaoked. See: karaokectl help', 'Този karaoked не знае „$1“. Виж: karaokectl help'],
  ['"$1" has no argument "$2". Usage: $3', '„$1“ няма аргумент „$2“. Пише се: $3'],
  ['<$1> of "$2" must be $3. Usage: $4', '<$1> на „$2“ трябва да е %3. Пише се: $4'],
  [
    'The database was busy for too long; nothing was changed. Try again.',
    'Базата данни беше заета твърде дълго; няма промяна. Опитай пак.',
  ],
  [
    'The database cannot be written (is the disk full?); nothing was changed. Make room first.',
    'В базата данни не може да се пише (пълен ли е дискът?); няма промяна. Първо освободи място.',
  ],
];

/** What an argument must be (dj/kinds.ts). */
export const KIND: readonly Sentence[] = [
  ['a whole number from 1, for example 17', 'цяло число от 1 нагоре, например 17'],
  ['1 to $1 characters of UTF-8 text without control characters', 'текст в UTF-8 от 1 до $1 знака, без управляващи'],
  [
    'the path of a file, readable for the user that runs karaoked',
    'път до файл, който потребителят на karaoked може да чете',
  ],
  ['the path of a file that is not there yet', 'път до файл, който още го няма'],
  ['a time up to 24h, for example 20m, 90s or 1h30m', 'време до 24h, например 20m, 90s или 1h30m'],
  ['a time of day, for example 23:30, or off', 'час, например 23:30, или off'],
  [
    'the path of a folder, readable for the user that runs karaoked',
    'път до папка, която потребителят на karaoked може да чете',
  ],
  ['the number of a folder, as "library list" shows it, or its path', 'номер на папка от „library list“ или пътят ѝ'],
  [
    'the number of a song, or the path of a file (./17 for a file called 17)',
    'номер на песен или път до файл (./17 за файл на име 17)',
  ],
  ['one of $1', 'едно от: $1'],
  ['given without a value', 'без стойност'],
  ['csv or json', 'csv или json'],
];

/** What became of an entry or a wish. */
export const STATE: readonly Sentence[] = [
  ['waiting', 'чака'],
  ['singing', 'се пее'],
  ['sung', 'е изпята'],
  ['skipped', 'е прескочена'],
  ['cancelled', 'е отменена'],
  ['unsung', 'остана неизпята'],
  ['wanted', 'се търси'],
  ['fetching', 'се изтегля'],
  ['found', 'е намерена'],
  ['refused', 'е отказана'],
  ['withdrawn', 'е отменена'],
];
