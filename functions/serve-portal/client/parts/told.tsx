import { Said } from './said.tsx';

/** A sentence of ours that quotes somebody: what stands between its marks is theirs, and stands apart. */
export const Told = ({ text }: { text: string }) => (
  <>{text.split(/(“[^”]*”)/).map((part, at) => (at % 2 === 1 ? <Said key={at} text={part} /> : part))}</>
);
