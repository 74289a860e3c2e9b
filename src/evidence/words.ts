/** a, b and c; or with another word before the last. */
export function listed(words: readonly string[], last = "and"): string {
  return words.length <= 1 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
