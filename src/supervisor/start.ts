/**
 * karaoked's first breath: checks the runtime before anything native is loaded (on Node 22.13 opening SQLite is a
 * segmentation fault), then runs main.ts. It must not import another module of ours statically.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 14) || Number(process.versions['napi']) < 10) {
  process.stderr.write(
    `karaoked: needs Node.js 22.14 or newer, found ${process.version}: run npm ci in the checkout, or install a newer Node.js\n`,
  );
  process.exitCode = 78;
} else {
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
}
