/** The TV beside the stage. Nobody touches it. */
import { Screen } from './screen.ts';

export class Stage extends Screen {}
