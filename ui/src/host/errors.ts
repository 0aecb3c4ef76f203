import type { ApiError, ErrorCode } from './gen';

/** What the link itself can refuse, beside the core's own codes: the answer never came. */
export type FailureCode = ErrorCode | 'connection_lost';

/** A refused or failed command. The interface translates `code`; `message` is only for the person who repairs. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly hint: string;

  constructor(code: FailureCode, message: string, hint = '') {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.hint = hint;
  }
}

/** Whatever was thrown, as a Failure: the core's `{ code, message, hint }` keeps its code, the rest is internal. */
export function asFailure(cause: unknown): Failure {
  if (cause instanceof Failure) return cause;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) {
    const error = cause as ApiError;
    return new Failure(error.code, error.message ?? '', error.hint ?? '');
  }
  return new Failure('internal', cause instanceof Error ? cause.message : String(cause));
}
