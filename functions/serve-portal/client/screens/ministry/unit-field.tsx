import { useEffect, useState } from 'preact/hooks';
import type { UnitsPage } from '../../../../read-board/read-units.ts';
import { get } from '../../ask-ahead.ts';
import { Field } from '../../parts/field.tsx';
import { useSay } from '../../words.ts';

interface UnitFieldProps {
  /** Units of the period in the API. */
  at: string;
  value: string;
  onInput: (unitId: string) => void;
}

/** One unit of a period, by its name; all of them until somebody chooses. */
export function UnitField({ at, value, onInput }: UnitFieldProps) {
  const say = useSay();
  const [units, setUnits] = useState<UnitsPage['units']>([]);
  useEffect(() => {
    const abort = new AbortController();
    loadUnits(at, abort.signal).then(setUnits, () => {});
    return () => abort.abort();
  }, [at]);
  return (
    <div>
      <Field
        label={say({ vi: 'Đơn vị', en: 'Unit' })}
        value={value}
        onInput={onInput}
        options={[
          ['', say({ vi: 'Tất cả', en: 'All' })],
          ...units.map(({ unit_id, unit_name_vi }) => [unit_id, unit_name_vi] as const),
          // Until their names are there, what the address asks for must be among them.
          ...(value && !units.some(({ unit_id }) => unit_id === value) ? [[value, value] as const] : []),
        ]}
      />
    </div>
  );
}

async function loadUnits(at: string, signal: AbortSignal): Promise<UnitsPage['units']> {
  const units: UnitsPage['units'] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: UnitsPage = await get<UnitsPage>(next ? `${at}?cursor=${encodeURIComponent(next)}` : at, signal);
    units.push(...page.units);
    next = page.next;
  }
  return units;
}
