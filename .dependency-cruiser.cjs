/** Imports point down only: programs -> guest, dj -> protocol, store, ipc -> config, log, party. A program never imports another. */
const programs = '^src/(supervisor|listener|session|player|librarian|control|web|ctl)/';
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle has no bottom to read from.', {}, { circular: true }),
    rule(
      'no-program-in-program',
      'Programs talk by messages and the store.',
      { path: '^src/([^/]+)/' },
      { path: programs, pathNot: '^src/$1/' },
    ),
    rule('guest-and-dj-apart', 'Guests and DJ are two languages.', { path: '^src/guest/' }, { path: '^src/dj/' }),
    rule('dj-and-guest-apart', 'Guests and DJ are two languages.', { path: '^src/dj/' }, { path: '^src/guest/' }),
    rule(
      'middle-looks-down',
      'protocol, store and ipc know nobody above them.',
      { path: '^src/(protocol|store|ipc)/' },
      { path: '^src/(guest|dj)/' },
    ),
    rule(
      'protocol-is-pure',
      'The language knows neither store nor processes.',
      { path: '^src/protocol/' },
      { path: '^src/(store|ipc)/' },
    ),
    rule(
      'party-is-pure',
      'The domain imports nothing but itself, and the arithmetic of codes.',
      { path: '^src/party/' },
      { pathNot: '^(src/party/|crypto$)' },
    ),
    rule(
      'only-the-store-knows-sql',
      'better-sqlite3 belongs to src/store/sqlite (and the host lock).',
      { path: '^src', pathNot: '^src/(store/sqlite|supervisor/host_lock)' },
      { path: 'node_modules/better-sqlite3' },
    ),
    rule(
      'only-mains-open-the-store',
      'Everything else is handed what it needs.',
      { path: '^src', pathNot: '(/main\\.ts$|^src/store/sqlite/)' },
      { path: '^src/store/sqlite/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'only-ipc-knows-node-ipc',
      'It can then be swapped.',
      { path: '^src', pathNot: '^src/ipc/' },
      { path: 'node_modules/node-ipc' },
    ),
    rule(
      'node-ipc-costs-11-mb',
      'Only control and ctl load it.',
      { path: '^src/(supervisor|listener|session|player|librarian|web)/' },
      { path: '^src/ipc/control', pathNot: '^src/ipc/control_path' },
    ),
    rule(
      'pages-run-in-a-browser',
      'What is no type and no page must be pure.',
      { path: '^src/web/(pages|words)/', pathNot: 'vite\\.config' },
      { pathNot: '^src/web/(pages|words)/|^src/party/|node_modules/preact/', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'ink-costs-46-mb',
      'Only the console loads it, and only when it opens.',
      { path: '^src', pathNot: '^src/ctl/console/(screen|app)\\.tsx$' },
      { path: 'node_modules/(ink|react)/' },
    ),
    rule(
      'lock-only-for-now-playing',
      'proper-lockfile guards now_playing and nothing else.',
      { path: '^src', pathNot: '^src/now_playing\\.ts$' },
      { path: 'node_modules/proper-lockfile' },
    ),
    rule('no-unresolved', 'An import that does not resolve is a mistake.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Packages name their entries in `exports` (csv-parse/sync).
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
