// What to print when something went wrong: the worker's own sentence, or that nobody answered.
import { Refused } from '../../lib/messages/client.ts';
import { t } from '../../lib/i18n/i18n.ts';

export const sentenceOf = (error: unknown): string => (error instanceof Refused ? error.message : t('errorNoAnswer'));
