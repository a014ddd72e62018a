// stub
import type { JSX } from 'react';
export type DetailSubject = { kind: 'paper'; id: string } | { kind: 'person'; id: string };
export function Detail(props: { subject: DetailSubject; privateWindow: boolean; onBack: () => void }): JSX.Element {
  return <button type="button" onClick={props.onBack}>{props.subject.id}</button>;
}
