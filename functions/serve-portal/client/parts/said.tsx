/**
 * What a person wrote, as text and apart: its direction is its own, so that a mark that turns a line around turns nothing
 * outside of it.
 */
export const Said = ({ text }: { text: string }) => (
  <bdi dir="auto" class="said">
    {text}
  </bdi>
);
