// The party tests run the built programs: build once before the first test, so that what is tested is what is written. The
// types are not looked at here, they change nothing of what runs: `npm run check` and `npm run build` look at them.
import { execFileSync } from 'node:child_process';

export default function buildOnce() {
  for (const tool of ['tools/programs.ts', 'tools/pages.ts'])
    execFileSync(process.execPath, [tool], { stdio: 'inherit' });
}
