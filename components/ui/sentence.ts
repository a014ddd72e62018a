// What to print when something went wrong: the words of the failure, or that no answer came.
import { failureText } from '../../lib/i18n/failures.ts';
import { FailureError } from '../../lib/failures/failure-error.ts';
import { t } from '../../lib/i18n/i18n.ts';

export const sentenceOf = (error: unknown): string =>
  error instanceof FailureError ? failureText(error.failure) : t('errorNoAnswer');
