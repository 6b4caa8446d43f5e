/**
 * Builds the programs into dist: each is one file, and so is each thread. A tree is ten processes, and to find and read
 * 60 to 150 small files in every one of them was more than a third of what its start costs. What comes from npm stays
 * where it is.
 */
import { existsSync, globSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import type { Plugin } from 'rolldown';
import { publish } from './publish.ts';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');
const dist = join(root, 'dist');

/** Where a program begins (start.ts, where it has to look at the runtime first) and what it runs as threads, from src. */
function entries(): readonly string[] {
  const programs = globSync('*/main.ts', { cwd: src }).map((main) => {
    const start = join(dirname(main), 'start.ts');
    return existsSync(join(src, start)) ? start : main;
  });
  return [...programs, ...globSync('**/{thread,*_thread}.ts', { cwd: src })];
}

/** To every module of `entry` its own place, as if it were a file of dist by itself: it looks for others from there. */
function ownPlaces(entry: string): Plugin {
  return {
    name: 'own places',
    transform: (code, id) => {
      const place = relative(dirname(join(src, entry)), id).replace(/\.tsx?$/, '.js');
      return {
        code: code
          .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${dirname(place)}`)})`)
          .replaceAll('import.meta.filename', `(import.meta.dirname + ${JSON.stringify(`/${place}`)})`)
          .replaceAll('import.meta.url', `new URL(${JSON.stringify(`./${place}`)}, import.meta.url).href`),
        // No line moves.
        map: null,
      };
    },
  };
}

/** The files of one program by their paths from dist: its entry, and beside it what it loads only when it is needed. */
async function bundle(entry: string): Promise<ReadonlyMap<string, string>> {
  const folder = dirname(entry);
  const build = await rolldown({
    input: { [entry.replace(/\.ts$/, '')]: join(src, entry) },
    platform: 'node',
    external: /^[^./]/,
    plugins: [ownPlaces(entry)],
  });
  const { output } = await build.generate({
    format: 'esm',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: `${folder}/[name].js`,
  });
  await build.close();
  return new Map(output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : String(file.source)]));
}

const built = new Map((await Promise.all(entries().map(bundle))).flatMap((files) => [...files]));
// A party that runs from this folder starts programs at any moment.
for (const [file, text] of built) publish(join(dist, file), text);
// What an earlier build has left. The pages of the web process are built by themselves.
for (const file of globSync('**/*.{js,js.map}', { cwd: dist }))
  if (!file.startsWith(join('web', 'pages')) && !built.has(file)) rmSync(join(dist, file));
