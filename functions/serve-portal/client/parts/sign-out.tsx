import { signOut } from '../session.ts';
import { useSay } from '../words.ts';

/** The way out. */
export function SignOut() {
  const say = useSay();
  return (
    <button type="button" class="plain" onClick={signOut}>
      {say({ vi: 'Đăng xuất', en: 'Sign out' })}
    </button>
  );
}
