// The paper's PDF, one click or the key p away.
import { t } from '../../lib/i18n/i18n.ts';
import { openAddress } from '../ui/address.ts';
import { Link } from '../ui/link.tsx';
import { useCommand } from './commands.tsx';
import { usePaper } from './subject.tsx';

export function PdfButton() {
  const { pdf } = usePaper().view;
  useCommand('pdf', () => {
    if (pdf === null) return false;
    openAddress(pdf);
    return true;
  });
  if (pdf === null) return null;
  return (
    <Link to={pdf} className="b-btn b-pdf" title={t('cardPdf')}>
      PDF
    </Link>
  );
}
