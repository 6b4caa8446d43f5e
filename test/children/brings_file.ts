/** A fetch command: puts a copy of the file it is given into the folder it is given, under the name it is given. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
const [file = '', folder = '', name = ''] = process.argv.slice(2);
copyFileSync(file, join(folder, name));
