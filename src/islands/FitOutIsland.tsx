import { createSignal, type JSX, Match, Switch } from 'solid-js';
import { createProject } from '../state/create-project.ts';
import DocumentsPart from './fit-out/DocumentsPart.tsx';
import { createDesk, DeskProvider } from './fit-out/desk-state.ts';
import type { FitOutProps } from './fit-out/fit-out-props.ts';
import LoadPart from './fit-out/LoadPart.tsx';
import PermitsPart, { type PermitPrint, PermitReport } from './fit-out/PermitsPart.tsx';
import ReviewPart, { ReviewReport } from './fit-out/ReviewPart.tsx';
import RulesPart from './fit-out/RulesPart.tsx';
import TenantPart from './fit-out/TenantPart.tsx';
import ProjectLine from './shared/ProjectLine.tsx';

/** The fit-out desk. Its prerendered HTML shows every question, rule, paper and procedure; "not saved" until more is true. */
export default function FitOutIsland(props: FitOutProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const desk = createDesk(props, project);
  const [printing, setPrinting] = createSignal<PermitPrint>();
  const print = (what: PermitPrint | undefined) => {
    setPrinting(what);
    // After the form has been redrawn; the next print from the browser's menu is the review sheet again.
    requestAnimationFrame(() => {
      globalThis.print();
      setPrinting(undefined);
    });
  };
  return (
    <DeskProvider value={desk}>
      <div class="tool screen desk">
        <ProjectLine project={project} text={props.words} undo />
        <TenantPart />
        <DocumentsPart />
        <RulesPart />
        <LoadPart />
        <ReviewPart onPrint={() => print(undefined)} />
        <PermitsPart onPrint={print} />
      </div>
      <Switch fallback={<ReviewReport />}>
        <Match when={printing()}>{(what) => <PermitReport what={what()} />}</Match>
      </Switch>
    </DeskProvider>
  );
}
