import { createSignal, type JSX, Match, Switch } from 'solid-js';
import { createProject } from '../state/create-project.ts';
import DocumentsPart from './fit-out/DocumentsPart.tsx';
import { createDesk, DeskProvider } from './fit-out/desk-state.ts';
import type { FitOutProps } from './fit-out/fit-out-props.ts';
import LoadPart from './fit-out/LoadPart.tsx';
import PermitReport from './fit-out/PermitReport.tsx';
import PermitsPart from './fit-out/PermitsPart.tsx';
import type { PermitPrint } from './fit-out/permit-words.ts';
import ReviewPart from './fit-out/ReviewPart.tsx';
import ReviewReport from './fit-out/ReviewReport.tsx';
import RulesPart from './fit-out/RulesPart.tsx';
import { draftSheet, type ReviewSheet } from './fit-out/review-sheet.ts';
import { keepRunInStep } from './fit-out/submissions.ts';
import TenantPart from './fit-out/TenantPart.tsx';
import ProjectLine from './shared/ProjectLine.tsx';

/** The fit-out desk. Its prerendered HTML shows every question, rule, paper and procedure; "not saved" until more is true. */
export default function FitOutIsland(props: FitOutProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const desk = createDesk(props, project);
  keepRunInStep(desk);
  const [permit, setPermit] = createSignal<PermitPrint>();
  const [review, setReview] = createSignal<ReviewSheet>();
  /** After what was asked for has been drawn; the next print from the browser's menu is the draft of the review again. */
  const print = () =>
    requestAnimationFrame(() => {
      globalThis.print();
      setPermit(undefined);
      setReview(undefined);
    });
  return (
    <DeskProvider value={desk}>
      <div class="tool screen desk">
        <ProjectLine project={project} text={props.words} undo />
        <TenantPart />
        <DocumentsPart />
        <RulesPart />
        <LoadPart />
        <ReviewPart
          onPrint={(sheet) => {
            setReview(sheet);
            print();
          }}
        />
        <PermitsPart
          onPrint={(what) => {
            setPermit(what);
            print();
          }}
        />
      </div>
      <Switch fallback={<ReviewReport sheet={review() ?? draftSheet(desk)} />}>
        <Match when={permit()}>{(what) => <PermitReport what={what()} />}</Match>
      </Switch>
    </DeskProvider>
  );
}
