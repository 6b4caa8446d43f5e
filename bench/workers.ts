/** Every process of the bench's own: what each is asked to do and what it says. */
import type { Asked, AskerJob } from './workers/asker.ts';
import type { Listening } from './workers/bare_server.ts';
import type { ListeningSockets } from './workers/bare_sockets.ts';
import type { BareTree, BareTreeJob } from './workers/bare_tree.ts';
import type { Called, CallerJob } from './workers/caller.ts';
import type { CrowdJob, CrowdSays } from './workers/crowd.ts';
import type { Doors, DoorsJob } from './workers/doors.ts';
import type { PhonesJob, PhonesSay } from './workers/phones.ts';
import type { Pinged, PingerJob } from './workers/pinger.ts';
import type { Placements, PlacerJob } from './workers/placer.ts';
import type { RawImport, RawImportJob } from './workers/raw_import.ts';
import type { RawRequests, RawRequestsJob } from './workers/raw_requests.ts';
import type { Requested, RequestersJob } from './workers/requesters.ts';
import type { Stocked, StockerJob } from './workers/stocker.ts';
import type { VisitorJob, Visits } from './workers/visitor.ts';

/** By the name of its file. */
export interface Workers {
  readonly asker: { readonly job: AskerJob; readonly says: Asked };
  readonly bare_server: { readonly job: null; readonly says: Listening };
  readonly bare_sockets: { readonly job: null; readonly says: ListeningSockets };
  readonly bare_tree: { readonly job: BareTreeJob; readonly says: BareTree };
  readonly caller: { readonly job: CallerJob; readonly says: Called };
  readonly crowd: { readonly job: CrowdJob; readonly says: CrowdSays };
  readonly doors: { readonly job: DoorsJob; readonly says: Doors };
  readonly phones: { readonly job: PhonesJob; readonly says: PhonesSay };
  readonly pinger: { readonly job: PingerJob; readonly says: Pinged };
  readonly placer: { readonly job: PlacerJob; readonly says: Placements };
  readonly raw_import: { readonly job: RawImportJob; readonly says: RawImport };
  readonly raw_requests: { readonly job: RawRequestsJob; readonly says: RawRequests };
  readonly requesters: { readonly job: RequestersJob; readonly says: Requested };
  readonly stocker: { readonly job: StockerJob; readonly says: Stocked };
  readonly visitor: { readonly job: VisitorJob; readonly says: Visits };
}

export type WorkerName = keyof Workers;
