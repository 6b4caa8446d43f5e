/**
 * The schema as it grew, oldest first; the place in this list is the `user_version` a database has afterwards. Never edit
 * one that was released: databases out there have been through it. Additive only, so that a session process of before a
 * reload can go on. All times are milliseconds since 1970; AUTOINCREMENT because an id that a guest has read must never
 * come to mean something else.
 */
import { guests } from './001_guests.ts';
import { catalogue } from './002_catalogue.ts';
import { party } from './003_party.ts';
import { line } from './004_line.ts';
import { wishes } from './005_wishes.ts';
import { orders } from './006_orders.ts';
import { search } from './007_search.ts';
import { library } from './008_library.ts';
import { fetching } from './009_fetch.ts';
import { people } from './010_people.ts';
import { fair } from './011_fair.ts';
import { care } from './012_care.ts';
import { helloKey } from './013_hello_key.ts';
import { newNames } from './014_new_name.ts';

export const MIGRATIONS: readonly string[] = [
  guests,
  catalogue,
  party,
  line,
  wishes,
  orders,
  search,
  library,
  fetching,
  people,
  fair,
  care,
  helloKey,
  newNames,
];
