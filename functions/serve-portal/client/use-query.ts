import { useEffect, useState } from 'preact/hooks';

const readHash = () => location.hash;

/** The address behind the `#`, as it changes. */
export function useHash(): string {
  const [hash, setHash] = useState(readHash);
  useEffect(() => {
    const changed = () => setHash(readHash());
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return hash;
}

/** Filters that stand in the address, so that a view can be sent to a colleague; setting one keeps the others. */
export function useQuery(): [URLSearchParams, (changes: Record<string, string | null>) => void] {
  const [path = '', query = ''] = useHash().split('?');
  const set = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(query);
    for (const [key, value] of Object.entries(changes)) value === null ? next.delete(key) : next.set(key, value);
    const text = next.toString();
    location.replace(text ? `${path}?${text}` : path);
  };
  return [new URLSearchParams(query), set];
}
