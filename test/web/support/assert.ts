/** As much of `node:assert/strict` as tests use that run in a browser, where there is none. */
class AssertionError extends Error {
  constructor(
    message: unknown,
    what: string,
    readonly actual?: unknown,
    readonly expected?: unknown,
  ) {
    super(message instanceof Error ? message.message : ((message as string | undefined) ?? what));
  }
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

function ok(value: unknown, message?: unknown): void {
  if (!value) throw new AssertionError(message, `${show(value)} is not truthy`, value, true);
}

function equal(actual: unknown, expected: unknown, message?: unknown): void {
  if (!Object.is(actual, expected))
    throw new AssertionError(message, `${show(actual)} is not ${show(expected)}`, actual, expected);
}

function deepEqual(actual: unknown, expected: unknown, message?: unknown): void {
  equal(show(actual), show(expected), message);
}

function match(text: string, pattern: RegExp, message?: unknown): void {
  if (!pattern.test(text)) throw new AssertionError(message, `${show(text)} does not match ${pattern}`, text);
}

function doesNotMatch(text: string, pattern: RegExp, message?: unknown): void {
  if (pattern.test(text)) throw new AssertionError(message, `${show(text)} matches ${pattern}`, text);
}

export default Object.assign(ok, { ok, equal, deepEqual, match, doesNotMatch });
