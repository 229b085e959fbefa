import { describeRule } from '../../../frameworks/describe-rule.ts';
import { describeRuleEn } from '../../../frameworks/describe-rule-en.ts';
import type { Framework, Indicator } from '../../../frameworks/framework.ts';
import { numberedIndices } from '../../../frameworks/indicator-numbers.ts';
import { findGroup, groupOf } from '../../../units/groups.ts';
import { findUnit } from '../../../units/registry.ts';
import type { Language } from '../../language.ts';
import { useView } from '../../view.ts';
import { frameworkColumns, sourceWords, methodWords as words } from '../../words/method-words.ts';
import { decimal } from '../../words/scoreboard-words.ts';

/** With the columns of the decisions' annexes: it is what a unit is held to. Wider than a phone, so it scrolls by itself. */
export function FrameworkTable({ framework }: { framework: Framework }) {
  const { language } = useView();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must reach what scrolls sideways
    <section class="scroll" aria-labelledby="bo-chi-so-bang" tabIndex={0}>
      <table class="framework">
        <caption id="bo-chi-so-bang">
          <span lang="vi">{framework.title_vi}</span>, {words.version[language]} {framework.version}.
          {leavesOut(framework) && ` ${words.notGiven[language]}`}
        </caption>
        <thead>
          <tr>
            {frameworkColumns.map((column) => (
              <th key={column.vi} scope="col">
                {column[language]}
              </th>
            ))}
          </tr>
        </thead>
        {numberedIndices(framework, framework.indicators).map(({ mainIndex, number, indicators, isItsIndicator }) => (
          <tbody key={number}>
            {!isItsIndicator && (
              <tr>
                <td>{number}</td>
                <th scope="rowgroup" colSpan={frameworkColumns.length - 1}>
                  {language === 'vi' ? mainIndex.name_vi : mainIndex.name_en}
                </th>
              </tr>
            )}
            {indicators.map((indicator, place) => (
              <Row
                key={indicator.indicator}
                indicator={indicator}
                number={isItsIndicator ? number : `${number}.${place + 1}`}
              />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** A dash must not be taken for nothing to be done. */
const leavesOut = ({ indicators }: Framework): boolean =>
  indicators.some(({ evidence_vi, source, verified_by_vi }) => !evidence_vi || !source || !verified_by_vi);

function Row({ indicator, number }: { indicator: Indicator; number: string }) {
  const { language } = useView();
  const { name_vi, name_en, max_points, evidence_vi, source, verified_by_vi, illustrative } = indicator;
  return (
    <tr id={indicator.indicator}>
      <td>{number}</td>
      <th scope="row">
        {language === 'vi' ? name_vi : name_en}
        {illustrative && <small>{words.madeUp[language]}</small>}
      </th>
      <td>{decimal(trimmed(max_points), language)}</td>
      <td>{howScored(indicator, language)}</td>
      <td lang="vi">{evidence_vi ?? '–'}</td>
      <td>{source ? sourceWords[source][language] : '–'}</td>
      <td lang="vi">{verified_by_vi ?? '–'}</td>
    </tr>
  );
}

const trimmed = (points: string): string => (points.includes('.') ? points.replace(/\.?0+$/, '') : points);

const howScored = (indicator: Indicator, language: Language): string =>
  language === 'vi' ? describeRule(indicator) : describeRuleEn(indicator, nameOf);

const nameOf = (groupOrUnit: string): string =>
  findUnit(groupOrUnit)?.name_vi ?? findGroup(groupOrUnit)?.name_en ?? groupOf(groupOrUnit).name_en;
