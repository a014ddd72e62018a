// The card of the paper that the page is about, at full height: what the side panel has room for.
import { useState, type JSX } from 'react';
import { ask } from '../../lib/messages/client.ts';
import { Facts } from '../card/card-data.ts';
import { CardStack } from '../card/card-stack.tsx';
import { Roomy } from '../card/roomy.ts';

export function PagePaper({ paper }: { paper: string }): JSX.Element {
  const [facts] = useState(() => new Facts(ask));
  return (
    <div className="popup-paper">
      <Roomy value>
        <CardStack subject={{ kind: 'papers', ids: [paper], via: '', confidence: 1 }} facts={facts} />
      </Roomy>
    </div>
  );
}
