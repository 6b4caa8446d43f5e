// Jest's transform: Node strips the types itself, so lines and columns stay exact and no native compiler is needed.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

const salt = `strip-1 ${process.version}`;
export default {
  canInstrument: false,
  process: (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) }),
  getCacheKey: (source, path) => createHash('sha1').update(`${salt}\0${path}\0${source}`).digest('hex'),
};
