// What to print when something went wrong: the words of the worker's failure, or that no answer came.
import { failureText } from '../../lib/i18n/failures.ts';
import { ServerError } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';

export const sentenceOf = (error: unknown): string =>
  error instanceof ServerError ? failureText(error.failure) : t('errorNoAnswer');
