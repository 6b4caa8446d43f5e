// The party tests run the compiled programs: build once before the first test, so that what is tested is what is written.
import { execFileSync } from 'node:child_process';

export default function buildOnce() {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
    stdio: 'inherit',
  });
  execFileSync(process.execPath, ['tools/pages.ts'], { stdio: 'inherit' });
}
