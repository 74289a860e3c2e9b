/** Input that was refused. The message is one sentence: what was given, what was expected, and where. */
export class InvalidInput extends Error {
  override name = "InvalidInput";
}
