import { InvalidInput } from "../../src/data/portable.ts";
import type { Field } from "./fields.ts";
import { DEFAULTS, FIELDS, type State } from "./state.ts";

/** A state that was read from a link, and a sentence for each part of the link that was left out. */
export interface ReadLink {
  readonly state: State;
  readonly complaints: readonly string[];
}

const LONGEST_LINK = 20_000;
const MOST_COMPLAINTS = 5;
const NAMES = Object.keys(FIELDS) as (keyof State)[];

/** What stands behind the # of a link to a state: the parts that are not as by default. */
export function formatLink(state: State): string {
  return NAMES.filter((name) => state[name] !== null && written(name, state) !== written(name, DEFAULTS))
    .map((name) => `${name}=${encodeURIComponent(written(name, state)).replaceAll("%2C", ",").replaceAll("%2F", "/")}`)
    .join("&");
}

/**
 * Reads a link's part behind the #. Whatever it says, there is a state: what cannot be read is as by default.
 *
 * @param hash with or without the #.
 */
export function parseLink(hash: string): ReadLink {
  if (hash.length > LONGEST_LINK) {
    return {
      state: DEFAULTS,
      complaints: [`the link has ${hash.length} characters; at most ${LONGEST_LINK} are read`],
    };
  }
  const given: Partial<Record<keyof State, unknown>> = {};
  const complaints: string[] = [];
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ""))) {
    try {
      if (!isName(name)) throw new InvalidInput(`“${name.slice(0, 40)}” is no part of a link`);
      if (name in given) throw new InvalidInput(`${name} is given twice`);
      given[name] = FIELDS[name].parse(text);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      complaints.push(error.message);
    }
  }
  const more = complaints.length - MOST_COMPLAINTS;
  const shown = more > 1 ? [...complaints.slice(0, MOST_COMPLAINTS), `and ${more} more`] : complaints;
  return { state: { ...DEFAULTS, ...(given as Partial<State>) }, complaints: shown };
}

function written(name: keyof State, state: State): string {
  return (FIELDS[name] as Field<unknown>).format(state[name]);
}

function isName(name: string): name is keyof State {
  return (NAMES as readonly string[]).includes(name);
}
