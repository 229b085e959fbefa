import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** One screen: its heading takes the focus once it is there, so that a screen reader says where one is. */
export function Page({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · DTI`;
    heading.current?.focus();
  }, [title]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
