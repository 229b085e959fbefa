import { missingUnits } from '../release/read-scoreboard.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';

export function MissingUnits({ scoreboard }: { scoreboard: Scoreboard }) {
  const missing = missingUnits(scoreboard);
  if (missing.length === 0) return null;
  return (
    <section aria-labelledby="chua-nop">
      <h2 id="chua-nop">Chưa nộp số liệu ({missing.length} đơn vị)</h2>
      <p>Các đơn vị này không có giá trị, không có thứ hạng và không tính vào giá trị trung bình.</p>
      <ul>
        {missing.map((unit) => (
          <li key={unit.unit_id} id={unit.unit_id}>
            {unit.unit_name_vi}
          </li>
        ))}
      </ul>
    </section>
  );
}
