/**
 * Where bin/karaokectl begins: looks at the runtime before anything else is loaded (static imports would come first).
 * Below Node 22.14 the SQLite binding crashes without a word, and what was not tested there would fail more strangely.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 14) || Number(process.versions['napi']) < 10) {
  process.stderr.write(
    `karaokectl: needs Node.js 22.14 or newer, found ${process.version} (${process.execPath}): install a newer one\n`,
  );
  process.exitCode = 78;
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
