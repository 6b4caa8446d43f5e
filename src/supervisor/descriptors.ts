/** How many connections the descriptor limit allows: every connection costs the supervisor one, for the spare copy. */

/** Channels, logs, the lock, the database at start, and sockets between two hands. */
const RESERVED = 256;

/** The soft limit of open files; null when the system does not tell. Node raises it to the hard limit at start by itself. */
export function descriptorLimit(): number | null {
  const report: NodeJS.ProcessReport & { excludeNetwork?: boolean } = process.report;
  // Looking up the names of every peer would take seconds.
  report.excludeNetwork = true;
  const { userLimits } = report.getReport() as {
    readonly userLimits?: { readonly open_files?: { readonly soft?: number | string } };
  };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : null;
}

/** session.connections or web.connections, or as many as fit below the limit beside `reserved` others. */
export function affordableConnections(wanted: number, limit: number | null, reserved = 0): number {
  return limit === null ? wanted : Math.max(1, Math.min(wanted, limit - RESERVED - reserved));
}
