/** A fetch command that brings everything but a song. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const folder = process.env['KARAOKE_FOLDER'] ?? '';
writeFileSync(join(folder, 'cover.jpg'), 'no song');
writeFileSync(join(folder, 'song.mp3.part'), 'half a song');
symlinkSync(process.execPath, join(folder, 'link.mp4'));
if (process.argv[2] === 'broken') {
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'inner', 'song.mp3'), '');
}
