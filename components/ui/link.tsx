// A link out: https only, in a new tab, telling the other side nothing. What is not https stays plain text.
import type { ReactNode } from 'react';
import { t } from '../../lib/i18n/i18n.ts';
import { safeAddress } from './address.ts';

export interface LinkProps {
  to: string;
  className?: string;
  title?: string;
  children: ReactNode;
}

export function Link({ to, className = 'b-link', title, children }: LinkProps) {
  const address = safeAddress(to);
  if (address === null) return <span>{children}</span>;
  return (
    <a className={className} href={address} target="_blank" rel="noreferrer noopener" title={title}>
      {children}
      <span className="b-hidden"> ({t('cardOpens')})</span>
    </a>
  );
}
