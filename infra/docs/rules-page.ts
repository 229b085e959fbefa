import type { RuleEntry } from '../../shared/submission/rule-entry.ts';
import { ruleCatalogue } from '../../shared/submission/rules/catalogue.ts';
import { code, markdownTable, pageHead } from './markdown.ts';

const about = `Mọi quy tắc mà một tệp nộp lên được kiểm tra, theo thứ tự kiểm tra. / Every rule that a submission is checked against,
in the order of checking.

- **Mức / severity**: \`error\` rejects the submission, \`warning\` is told and accepted, \`shadow\` is counted and not told.
- **Nhóm / category**: *đúng* (correct), *đủ* (complete), *sạch* (clean), *sống* (live), *thống nhất* (unified), *dùng chung* (shared).
- **Từ / since**: the template version from which the rule applies.
- Places in braces are filled in with what was found.`;

/** The rule catalogue as it is told to submitters. */
export function renderRulesPage(): string {
  const counted = `${ruleCatalogue.length} rules.\n`;
  return [
    pageHead('Quy tắc kiểm tra / Validation rules', about, 'shared/submission/rules/catalogue.ts'),
    counted,
    markdownTable(['Rule', 'Mức', 'Nhóm', 'Từ', 'Yêu cầu', 'Asks'], ruleCatalogue.map(ruleRow)),
    '## Lời báo / Messages\n',
    markdownTable(['Rule', 'Tiếng Việt', 'English'], ruleCatalogue.map(messageRow)),
  ].join('\n');
}

const ruleRow = ({ rule, severity, category, since, text_vi, text_en }: RuleEntry) => [
  code(rule),
  severity,
  category,
  since,
  text_vi,
  text_en,
];

const messageRow = ({ rule, message_vi, message_en }: RuleEntry) => [code(rule), message_vi, message_en];
