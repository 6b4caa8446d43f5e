/**
 * How many connections the web port takes beside `web.connections`, for whoever loads a page and has no seat yet: as many as
 * may wait for one. The supervisor counts with their descriptors, the web process lets no more in.
 */
export const LOADING = 256;
