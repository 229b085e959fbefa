import { useId } from 'preact/hooks';

interface FieldProps {
  label: string;
  hint?: string;
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'date' | 'minute' | 'search' | 'area';
  /** Choices instead of a text: value and what it is called. */
  options?: readonly (readonly [string, string])[];
}

/** A label and what is written below it. */
export function Field({ label, hint, value, onInput, type = 'text', options }: FieldProps) {
  const id = useId();
  const own = {
    id,
    value,
    ...(hint ? { 'aria-describedby': `${id}-hint` } : {}),
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
  };
  return (
    <>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options ? (
        <select {...own}>
          {options.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      ) : type === 'area' ? (
        <textarea rows={3} {...own} />
      ) : type === 'date' ? (
        <input type="date" {...own} />
      ) : type === 'minute' ? (
        <input type="datetime-local" {...own} />
      ) : type === 'search' ? (
        <input type="search" {...own} />
      ) : (
        <input type="text" {...own} />
      )}
    </>
  );
}
