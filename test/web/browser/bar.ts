/** One browser and one tree for all tests of a file, which run one after the other and leave each other in peace. */
import { afterAll, beforeAll } from '@jest/globals';
import { SONGS, startParty } from '../../party/party.ts';
import type { Party, PartyWanted } from '../../party/party.ts';
import { TestBrowser } from './browser.ts';
import type { Device, Visit } from './browser.ts';
import type { Phone } from './phone.ts';
import type { Stage } from './stage.ts';

export interface Bar {
  readonly party: Party;
  /** A phone that has opened the guest page. */
  phone(device?: Device): Promise<Phone>;
  /** A TV that has opened the stage page. */
  stage(device?: Device): Promise<Stage>;
  /** Any page. */
  opens(path: string, device?: Device): Promise<Visit>;
  /** A device that has opened nothing yet. */
  visit(device?: Device): Promise<Visit>;
}

/** Opens it before the first test of this file and closes it after the last. */
export function openBar(wanted: PartyWanted = {}): Bar {
  const closing = new AsyncDisposableStack();
  let browser: TestBrowser | undefined;
  let party: Party | undefined;
  beforeAll(async () => {
    const opened = await Promise.all([
      TestBrowser.launch().then((each) => closing.use(each)),
      startParty({ songs: SONGS, web: true, ...wanted }).then((each) => closing.use(each)),
    ]);
    [browser, party] = opened;
  });
  afterAll(() => closing.disposeAsync());
  const open = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error('the bar is not open yet: ask for it in a test');
    return what;
  };
  return {
    get party() {
      return open(party);
    },
    phone: (device) => open(browser).phone(open(party), device),
    stage: (device) => open(browser).stage(open(party), device),
    opens: (path, device) => open(browser).opens(open(party), path, device),
    visit: (device) => open(browser).visit(open(party), device),
  };
}
