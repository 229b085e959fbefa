/**
 * Small and used by most screens: the build puts them into the first file, whoever imports them. Each file imports this one
 * by that, so that none of them may do anything while it is loaded: what it needs may not be there yet.
 */
import './ask-ahead.ts';
import './parts/act-button.tsx';
import './parts/days-left.ts';
import './parts/field.tsx';
import './parts/loaded.tsx';
import './parts/page.tsx';
import './parts/period-name.ts';
import './parts/said.tsx';
import './parts/trouble.tsx';
import './parts/use-keys.ts';
import './parts/when.tsx';
import './routes.ts';
import './screens/appraisal/appraisal-path.ts';
import './screens/draft/draft-path.ts';
import './screens/head/head-path.ts';
import './screens/ministry/period-of.ts';
import './screens/officer/download-button.tsx';
import './screens/officer/period-work.ts';
import './screens/officer/unit-path.ts';
import './use-act.ts';
import './use-query.ts';
import './use-stash.ts';
