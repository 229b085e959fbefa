import { signIn } from '../session.ts';
import { type Language, useSay } from '../words.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Page } from './page.tsx';

export const portalName = { vi: 'Cổng báo cáo Chỉ số chuyển đổi số', en: 'Digital Transformation Index portal' };

/** Before anybody is known. A locked screen wants the person to name themself again. */
export function SignInPage({ isLocked, onLanguage }: { isLocked: boolean; onLanguage: (language: Language) => void }) {
  const say = useSay();
  return (
    <main class="narrow">
      <Page title={say(portalName)}>
        <p>
          {isLocked
            ? say({
                vi: 'Màn hình đã khóa sau 30 phút không thao tác. Những gì đang soạn được giữ lại trên máy này.',
                en: 'Locked after 30 minutes without a key. What you were writing is kept on this machine.',
              })
            : say({
                vi: 'Dành cho cán bộ báo cáo, lãnh đạo đơn vị, người thẩm định và cơ quan chủ trì.',
                en: 'For reporting officers, heads of units, appraisers and the ministry.',
              })}
        </p>
        <p>
          <button type="button" class="main" onClick={() => signIn(isLocked)}>
            {say({ vi: 'Đăng nhập', en: 'Sign in' })}
          </button>
        </p>
        <LanguageSwitch onLanguage={onLanguage} />
      </Page>
    </main>
  );
}
