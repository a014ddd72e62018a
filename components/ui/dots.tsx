// Words side by side with dots between them, none of which begins or ends a line.
import type { ReactNode } from 'react';

export interface DottedPart {
  key: string;
  words: ReactNode;
}

export function Dots({ parts }: { parts: readonly DottedPart[] }) {
  return (
    <span className="b-dots">
      <span>
        {parts.map(({ key, words }) => (
          <span key={key}>{words}</span>
        ))}
      </span>
    </span>
  );
}
