import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runScriptUntil, withoutTimeouts } from '../support/commands.ts';
import { makeStateDirectory } from '../support/running-pipeline.ts';

let state: Awaited<ReturnType<typeof makeStateDirectory>>;

beforeAll(async () => {
  state = await makeStateDirectory();
});
afterAll(() => state.remove());

describe('npm start', () => {
  it('goes on with the illustrative rounds: the first says on its page that it is none of a unit’s', async () => {
    const loaded = /\[minh họa\] (\S+) · (\d+) tệp bị từ chối · (\d+) đơn vị chưa nộp · (http\S+)/;
    let page = '';
    const { status, stderr, stdout } = await runScriptUntil(
      // Where nothing is loaded it goes on to serve.
      /\[minh họa\] dti\S+ .* · http\S+\n|Đang phục vụ/,
      async (output) => {
        const [, , , , address] = loaded.exec(output) ?? [];
        if (address) page = await (await fetch(address)).text();
      },
      ['infra/local/start.ts', [], { DTI_STATE_DIR: state.path, PORT: '0' }],
    );
    expect([status, withoutTimeouts(stderr)]).toEqual([0, '']);
    expect(loaded.exec(stdout)?.[1]).toBe('dti/province34/2025/r1');
    // Before them a period is left half-way, for whoever tries the portal.
    expect(stdout).toMatch(/\[minh họa\] Bộ, cơ quan có dịch vụ công, quý III\/2026: đang mở, hạn \d\d\/\d\d\/\d{4}/);
    expect(stdout).toMatch(/3 đơn vị chưa nộp · bị từ chối \/ rejected: \S/);
    expect(stdout).toContain('Đang nạp số liệu minh họa (không đơn vị nào kê khai).');
    // The sentence of the period; that of an illustrative framework begins with the same words.
    expect(page).toMatch(
      /<p class="notice[^"]*">Số liệu minh họa do chương trình tạo ra quanh mức đã công bố năm 2024/,
    );
  });
});
