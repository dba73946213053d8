/** Why something was not recorded: told to the person at once, with the field and what mends it. */
export type RecordErrorCode =
  'nobody' | 'no-signer' | 'other-tab' | 'invalid' | 'checklist-unknown' | 'full' | 'not-found' | 'photo';

export class RecordError extends Error {
  readonly code: RecordErrorCode;
  /** Path of the field, `referrals/0/sentence`; null when it is not about one. */
  readonly field: string | null;
  /** For logs and tests; screens have words for each code. */
  readonly mend: string;

  constructor(code: RecordErrorCode, mend: string, field: string | null = null, cause?: unknown) {
    super(`${code}${field === null ? '' : ` (${field})`}: ${mend}`, { cause });
    this.code = code;
    this.field = field;
    this.mend = mend;
  }
}
