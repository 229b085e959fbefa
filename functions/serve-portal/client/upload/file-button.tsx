interface FileButtonProps {
  id: string;
  label: string;
  accept: string;
  disabled?: boolean;
  isMain?: boolean;
  onFile: (file: File) => void;
}

/** The browser's own button speaks the browser's language: a label in the looks of a button over an input nobody sees. */
export function FileButton({ id, label, accept, disabled, isMain, onFile }: FileButtonProps) {
  const take = (event: Event) => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    // The same file chosen again is to be sent again.
    input.value = '';
    if (file) onFile(file);
  };
  return (
    <span class="file-button">
      <input class="hidden-file" type="file" id={id} accept={accept} disabled={disabled} onChange={take} />
      <label class={isMain ? 'button main' : 'button'} for={id}>
        {label}
      </label>
    </span>
  );
}
