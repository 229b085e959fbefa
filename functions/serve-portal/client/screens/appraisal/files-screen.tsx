import type { AppraisalFiles } from '../../../../read-decisions/list-files.ts';
import { get } from '../../ask-ahead.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { When } from '../../parts/when.tsx';
import type { ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { appraisalPath } from './appraisal-path.ts';
import { HandIn } from './hand-in.tsx';

/** Who handed in which appraisal, and what of it was recorded. */
export function FilesScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = { group: params.group!, period: params.period! };
  const words = {
    who: say({ vi: 'Người nộp', en: 'By' }),
    how: say({ vi: 'Cách nộp', en: 'Way' }),
    units: say({ vi: 'Đơn vị', en: 'Units' }),
    decided: say({ vi: 'Quyết định', en: 'Decided' }),
    withdrawn: say({ vi: 'Rút lại', en: 'Taken back' }),
    hash: say({ vi: 'Mã băm SHA-256', en: 'SHA-256' }),
  };
  return (
    <Page title={say({ vi: 'Thẩm định đã nộp', en: 'Appraisals handed in' })}>
      <Loaded from={(signal) => get<AppraisalFiles>(appraisalPath(of, 'files'), signal)}>
        {({ files }, reload) => (
          <>
            {me.role === 'appraiser' && <HandIn of={of} onRecorded={reload} />}
            {files.length === 0 ? (
              <p>{say({ vi: 'Chưa có quyết định nào được ghi nhận.', en: 'Nothing has been recorded yet.' })}</p>
            ) : (
              <table class="rows">
                <thead>
                  <tr>
                    <th scope="col">{say({ vi: 'Lúc', en: 'When' })}</th>
                    {Object.values(words).map((word) => (
                      <th key={word} scope="col">
                        {word}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {files.map((file) => (
                    <tr key={`${file.sha256} ${file.sent_by}`}>
                      <th scope="row">
                        <When at={file.at} />
                      </th>
                      <td data-label={words.who}>
                        <PersonName id={file.sent_by} name={file.sent_by_name} />
                      </td>
                      <td data-label={words.how}>
                        {file.format === 'xlsx' ? 'Excel' : say({ vi: 'trên màn hình', en: 'on the screen' })}
                      </td>
                      <td data-label={words.units}>{file.units}</td>
                      <td data-label={words.decided}>{file.decided}</td>
                      <td data-label={words.withdrawn}>{file.withdrawn}</td>
                      <td data-label={words.hash} class="sha">
                        {file.sha256.slice(0, 12)}…
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
