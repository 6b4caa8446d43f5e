/** A guest with a phone: what a thumb does on the guest page, and what eyes see. */
import { Screen } from './screen.ts';

export class Phone extends Screen {}
