/** What the log says of a job that is over. The DJ who waits hears it from the store; a job at start has nobody who waits. */
import type { Log } from '../log.ts';
import type { ImportResult, Job, JobOutcome, ScanResult } from '../store/librarian.ts';

/** Rows of a catalogue that the log names; the DJ gets the list. */
const NAMED = 10;

export function report(log: Log, job: Job, outcome: JobOutcome): void {
  if (!outcome.ok) {
    log.warn({ job: job.id, kind: job.kind }, outcome.why);
    return;
  }
  const { result } = outcome;
  if (!('kind' in result)) reportImport(log, job, result);
  else if (result.kind === 'scan') reportScan(log, job, result);
  else log.info({ job: job.id, ...result }, result.kind === 'remove' ? 'folder removed' : 'file brought');
}

function reportImport(log: Log, job: Job, { bad, ...sums }: ImportResult): void {
  const file = 'file' in job ? job.file : null;
  log.info({ job: job.id, file, ...sums }, 'imported');
  for (const { line, reason } of bad.slice(0, NAMED)) log.warn({ file, line }, `not imported: ${reason}`);
}

function reportScan(log: Log, job: Job, { asks, kind, ...sums }: ScanResult): void {
  log.info({ job: job.id, kind, ...sums }, 'scanned');
  for (const { folder, vanished, known } of asks)
    log.warn(
      { folder, vanished, known },
      'more than half of the files are gone and were kept; plug in the disk, or say library scan --forget-vanished',
    );
}
