import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { loadRegistry } from '../../../shared/units/load-registry.ts';
import { findPerson, ministrySubjects } from './persons.ts';

const present = [...loadRegistry().byId.values()].filter(({ valid_to }) => valid_to === null);

/** The unit of today that was typed by its name or its code, as it stands in the list; else what was typed. */
export const unitTyped = (typed: string): string =>
  present.find(({ full_name_vi, name_vi }) => [full_name_vi, name_vi].some((name) => isSame(name, typed)))?.unit_id ??
  typed;

const isSame = (name: string, typed: string) => plain(name) === plain(typed);

const plain = (text: string) => text.trim().normalize('NFC').toLocaleLowerCase('vi');

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 36rem; margin: 2rem auto; padding: 0 1rem }
button, input, select { font: inherit; min-height: 2.75rem; padding: .25rem .75rem }
label { display: block; margin: .75rem 0 .25rem } input, select { width: 100%; box-sizing: border-box }
ul { list-style: none; padding: 0 } li { margin: .5rem 0 } li button { width: 100%; text-align: left }
`;

const page = (title: string, body: ComponentChildren): string =>
  `<!doctype html>${renderToString(
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {body}
        </main>
      </body>
    </html>,
  )}`;

/** Whom to be. Sent back to the same address: `person`, or `role` with `unit` and perhaps `department`. */
export const renderLogin = (problem: string | null): string =>
  page(
    'Đăng nhập thử',
    <>
      <p>Chỉ có trên máy này: chọn người để vào cổng. / On this machine only: choose whom to be.</p>
      {problem && <p role="alert">{problem}</p>}
      <h2>Đơn vị</h2>
      <form method="post">
        <label for="unit">Đơn vị (gõ tên hoặc mã)</label>
        <input id="unit" name="unit" list="units" required autocomplete="off" />
        <datalist id="units">
          {present.map((unit) => (
            <option key={unit.unit_id} value={unit.unit_id}>
              {unit.full_name_vi}
            </option>
          ))}
        </datalist>
        <label for="department">Sở, phòng (nếu có), ví dụ so-y-te</label>
        <input id="department" name="department" pattern="[a-z0-9\-]{1,60}" autocomplete="off" />
        <p>
          <button type="submit" name="role" value="officer">
            Cán bộ báo cáo
          </button>{' '}
          <button type="submit" name="role" value="certifier">
            Lãnh đạo đơn vị
          </button>
        </p>
      </form>
      <h2>Cơ quan chủ trì và người khác</h2>
      <form method="post">
        <ul>
          {ministrySubjects.map((sub) => (
            <li key={sub}>
              <button type="submit" name="person" value={sub}>
                {findPerson(sub)!.name}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </>,
  );

/** `form` is the provider's own, with what protects it; it comes without a button, as it must without a script. */
export const renderLogout = (form: string): string =>
  page(
    'Đăng xuất',
    <>
      <p>Đăng xuất khỏi hệ thống trên máy này?</p>
      <div dangerouslySetInnerHTML={{ __html: form }} />
      <p>
        <button type="submit" form="op.logoutForm" name="logout" value="yes">
          Đăng xuất
        </button>
      </p>
    </>,
  );

export const renderProblem = (problem: string): string =>
  page(
    'Chưa đăng nhập được',
    <p role="alert">{problem} Đề nghị trở lại cổng và đăng nhập lại. / Go back to the portal and sign in again.</p>,
  );
