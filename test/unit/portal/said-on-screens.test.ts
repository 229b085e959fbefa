import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BoardUnit } from '../../../functions/read-board/board-unit.ts';
import type { LogLine } from '../../../functions/read-log/log-line.ts';
import { PeriodWork } from '../../../functions/serve-portal/client/screens/draft/department-work.tsx';
import { stateSentence } from '../../../functions/serve-portal/client/screens/head/head-words.ts';
import { BoardUnits } from '../../../functions/serve-portal/client/screens/ministry/board-units.tsx';
import { LogList } from '../../../functions/serve-portal/client/screens/ministry/log-list.tsx';
import { Steps } from '../../../functions/serve-portal/client/screens/ministry/run.tsx';
import type { PeriodWork as OfficersWork } from '../../../functions/serve-portal/client/screens/officer/period-work.ts';
import { PastPeriods } from '../../../functions/serve-portal/client/screens/officer/work-list.tsx';
import { megabytes } from '../../../functions/serve-portal/client/upload/progress-line.tsx';
import type { SubmissionSummary } from '../../../functions/summarise-submission/summarise-submission.ts';

afterEach(() => vi.unstubAllGlobals());

/** What a person reads of it. */
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the size of a file that is on its way', () => {
  it('is told in tenths of a megabyte, begun ones whole', () => {
    expect([0, 1, 104_857, 104_858, 20 * 1024 * 1024].map(megabytes)).toEqual(['0,0', '0,1', '0,1', '0,2', '20,0']);
  });
});

describe('the sentence over a summary', () => {
  const accepted = {
    ...{ receipt: 2, received_at: '2026-10-21T02:05:00Z', errors: 0, warnings: [], status: 'accepted' },
    ...{ certified_at: null, returned: null, late: false, current: null, certification: 'required' },
  } as unknown as SubmissionSummary;
  const said = (change: Partial<SubmissionSummary>) => stateSentence({ ...accepted, ...change }).vi;

  it('says that it was late of what was late alone', () => {
    expect(said({ late: true })).toContain(', sau hạn, không có nội dung cần rà soát');
    expect(said({})).not.toContain('sau hạn');
  });

  it('says whether it counts, and what it waits for', () => {
    expect(said({})).toContain('chưa xác nhận, nên chưa được tính.');
    expect(said({ current: true })).toContain('đang được tính.');
    expect(said({ certification: null })).toContain('không được tính.');
    expect(said({ certified_at: '2026-10-22T02:05:00Z' })).toMatch(/đã xác nhận lúc .*, không được tính\.$/);
  });
});

describe('a period that is closed', () => {
  const line = {
    ...{ group: 'province34', period: '2026-Q3', state: 'closed', release: null },
    group_name_vi: '34 tỉnh',
  };
  const read = (own: object) => {
    const work = { line, own, preview: null, publicAt: null } as unknown as OfficersWork;
    return renderToString(h(PastPeriods, { works: [work] }));
  };

  it('tells of questions that still wait, and leads to where they are answered', () => {
    const html = read({ asked: { questions: 2, answer_by: '2026-10-30' } });
    expect(textOf(html)).toContain('2 câu hỏi chờ trả lời, hạn 30/10/2026');
    expect(html).toContain('href="#/ket-qua/province34/2026-Q3"');
    expect(read({ asked: null })).not.toContain('ket-qua');
  });
});

describe('a line of the log', () => {
  const line: LogLine = {
    ...{ unit_id: null, unit_name_vi: null, number: 3, kind: 'run-started', at: '2026-10-21T02:05:00Z' },
    ...{ subject: null, role: 'publisher', about: {}, sha256: 'ab' },
  };
  const read = (change: Partial<LogLine>, names: Record<string, string> | null = {}) =>
    textOf(
      renderToString(
        h(LogList, {
          page: { entries: [{ ...line, ...change }], indicators: {} },
          names,
          of: { group: 'g', period: '2026' },
        }),
      ),
    );

  it('says how a run ended once it has, and nothing before', () => {
    const waiting = read({ outcome: null });
    const ends = ['ready', 'failed'].map((outcome) => read({ outcome }));
    for (const end of ends) expect(end.length).toBeGreaterThan(waiting.length);
    expect(ends[0]).not.toBe(ends[1]);
    expect(read({})).toBe(waiting);
  });

  it('names office and person to the ministry, who has no name by the beginning of an id, and offices alone to a unit', () => {
    const sent = { ...{ unit_id: 'P04-2025', unit_name_vi: 'Cao Bằng' }, subject: 'p-0b6f0d7e-3f0e', role: 'officer' };
    const named = (name: string) => read(sent, { 'p-0b6f0d7e-3f0e': name });
    expect(named('Đỗ Thị An')).toContain(' cán bộ báo cáo của Cao Bằng, Đỗ Thị An · ');
    expect(named('Cán bộ báo cáo, Tỉnh Cao Bằng')).toContain(' · Cán bộ báo cáo, Tỉnh Cao Bằng · ');
    expect(read(sent)).toContain('của Cao Bằng, chưa rõ tên (p-0b6f0d7e) ·');
    expect(read(sent, null)).toContain(' cán bộ báo cáo của Cao Bằng · ');
    expect(read(sent, null)).not.toContain('p-0b');
  });

  it('says what was answered to a file', () => {
    expect(read({ answer: { accepted: false, errors: 2, warnings: 0 } })).toMatch(/từ chối, 2 lỗi(?!.*rà soát)/);
    expect(read({ answer: { accepted: true, errors: 0, warnings: 1 } })).toMatch(/tiếp nhận, 1 cần rà soát/);
  });

  it('says of an announcement which release it is, and for which minute in Vietnam', () => {
    const about = { release: 'dti/province34/2024/r1', public_at: '2026-12-01T02:00:00Z' };
    expect(read({ kind: 'announced', about })).toContain('r1 năm 2024 · cho 09:00 ngày 01/12/2026');
  });

  it('tells the size of a file in begun kilobytes', () => {
    expect(read({ about: { bytes: 1024, sha256: 'abcdef0123' } })).toContain('1 KB, abcdef01…');
    expect(read({ about: { bytes: 1024 * 1025, sha256: 'abcdef0123' } })).toContain('1025 KB');
  });
});

describe('the units of a board', () => {
  const unit = (full_name_vi: string, errors: number, received_at: string): BoardUnit =>
    ({
      ...{ unit_id: full_name_vi, unit_name_vi: full_name_vi, full_name_vi, state: 'rejected', waiting: null },
      ...{ late: false, reopened_until: null, appraised: 0, asked: 1, questions_open: 0 },
      last: { receipt: 1, received_at, errors, warnings: 0 },
    }) as unknown as BoardUnit;
  const units = [
    unit('Bắc Ninh', 1, '2026-10-03T00:00:00Z'),
    unit('An Giang', 0, '2026-10-02T00:00:00Z'),
    unit('Cà Mau', 5, '2026-10-01T00:00:00Z'),
  ];
  const namesAt = (hash: string) => {
    vi.stubGlobal('localStorage', { getItem: () => null });
    vi.stubGlobal('location', { hash });
    const props = { board: { group: 'g', period: 'p' }, first: { units, next: null }, at: '' };
    const html = renderToString(h(BoardUnits, props as unknown as Parameters<typeof BoardUnits>[0]));
    return [...html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, cell]) => textOf(cell!).trim());
  };

  it.each([
    ['by name, unless asked otherwise', '#/ky', ['An Giang', 'Bắc Ninh', 'Cà Mau']],
    ['sent last before', '#/ky?xep=moi', ['Bắc Ninh', 'An Giang', 'Cà Mau']],
    ['most errors before', '#/ky?xep=loi', ['Cà Mau', 'Bắc Ninh', 'An Giang']],
    ['found without marks', '#/ky?tim=ca+mau', ['Cà Mau']],
  ])('stand %s', (_, hash, names) => {
    expect(namesAt(hash)).toEqual(names);
  });
});

describe('the work of a department', () => {
  const read = (filled: number) => {
    const department = { rows: 3, filled, due: null, late: false, department_name_vi: 'Sở Y tế' };
    const work = { line: { group: 'g', period: '2026-Q3' }, own: { rows: [], departments: [department] } };
    return textOf(renderToString(h(PeriodWork, { work } as unknown as Parameters<typeof PeriodWork>[0])));
  };

  it('is begun, gone on with, or looked at', () => {
    expect([0, 1, 2].map(read).map((text) => /(Bắt đầu|Tiếp tục) kê khai/.exec(text)?.[1])).toEqual([
      'Bắt đầu',
      'Tiếp tục',
      'Tiếp tục',
    ]);
    expect(read(3)).not.toMatch(/(Bắt đầu|Tiếp tục) kê khai/);
  });
});

describe('the checks of a run', () => {
  const none = { steps: [], failure: null, rows: [], differences: [], checked: true, left: 0 };
  const read = (change: object) =>
    textOf(renderToString(h(Steps, { checks: { ...none, ...change } } as unknown as Parameters<typeof Steps>[0])));

  it('found nothing only where they were made and found nothing', () => {
    expect(read({})).toContain('Kiểm tra không phát hiện gì.');
    expect(read({ checked: false })).not.toContain('không phát hiện gì');
    expect(read({ differences: ['a ≠ b'] })).not.toContain('không phát hiện gì');
    expect(read({ differences: ['a ≠ b'] })).toContain('a ≠ b');
  });

  it('say how many lines are not shown', () => {
    expect(read({ left: 0 })).not.toContain('dòng nữa');
    expect(read({ left: 1 })).toContain('và 1 dòng nữa');
  });
});
