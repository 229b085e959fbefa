export interface TextProps {
  id: string;
  label: string;
  /** Whose text it is. */
  heading: string;
  hint?: string | null;
  value: string;
  readOnly?: boolean;
  disabled: boolean;
  onText: (text: string) => void;
  onFocus: () => void;
  onBlur: () => void;
}

/** A text of a row, named by its indicator and its label. */
export function TextField({ id, label, heading, hint, onText, ...shared }: TextProps) {
  return (
    <div>
      <label id={`${id}-ten`} for={id}>
        {label}
      </label>
      <textarea
        id={id}
        aria-labelledby={`${heading} ${id}-ten`}
        rows={1}
        maxLength={2000}
        {...(hint ? { 'aria-describedby': `${id}-goi` } : {})}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        {...shared}
      />
      {hint && (
        <p class="hint" id={`${id}-goi`}>
          {hint}
        </p>
      )}
    </div>
  );
}
