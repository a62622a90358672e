import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import { fill } from '../i18n/format.ts';
import { createProject } from '../state/create-project.ts';
import DocumentsPart from './fit-out/DocumentsPart.tsx';
import { createDeskPart } from './fit-out/desk-part.ts';
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
import { printPage } from './shared/way-out.tsx';

/** The fit-out desk. Its prerendered HTML shows every question, rule, paper and procedure; "not saved" until more is true. */
export default function FitOutIsland(props: FitOutProps): JSX.Element {
  const project = createProject({ nameOfFirst: props.words.firstProject });
  const desk = createDesk(props, project);
  keepRunInStep(desk);
  const part = createDeskPart('tenant');
  const [permit, setPermit] = createSignal<PermitPrint>();
  const [review, setReview] = createSignal<ReviewSheet>();
  /** After what was asked for has been drawn; the next print from the browser's menu is the draft of the review again. */
  const print = () =>
    requestAnimationFrame(() => {
      void printPage();
      setPermit(undefined);
      setReview(undefined);
    });
  return (
    <DeskProvider value={desk}>
      <div class="tool screen desk">
        <ProjectLine project={project} text={props.words} undo />
        <Part
          id="tenant"
          shown={part()}
          next={{ id: 'papers', title: props.text.documentsPart }}
          words={props.text.next}
        >
          <TenantPart />
        </Part>
        <Part id="papers" shown={part()} next={{ id: 'rules', title: props.text.rulesPart }} words={props.text.next}>
          <DocumentsPart />
        </Part>
        <Part id="rules" shown={part()} next={{ id: 'load', title: props.text.loadPart }} words={props.text.next}>
          <RulesPart />
        </Part>
        <Part id="load" shown={part()} next={{ id: 'review', title: props.text.reviewPart }} words={props.text.next}>
          <LoadPart />
        </Part>
        <Part
          id="review"
          shown={part()}
          next={{ id: 'permits', title: props.text.permitsPart }}
          words={props.text.next}
        >
          <ReviewPart
            onPrint={(sheet) => {
              setReview(sheet);
              print();
            }}
          />
        </Part>
        <Part id="permits" shown={part()}>
          <PermitsPart
            onPrint={(what) => {
              setPermit(what);
              print();
            }}
          />
        </Part>
      </div>
      <Switch fallback={<ReviewReport sheet={review() ?? draftSheet(desk)} />}>
        <Match when={permit()}>{(what) => <PermitReport what={what()} />}</Match>
      </Switch>
    </DeskProvider>
  );
}

/** One part of the desk with the way on to the next; all of them are shown until it is known which one is wanted. */
function Part(props: {
  id: string;
  shown: string | undefined;
  next?: { id: string; title: string };
  words?: string;
  children: JSX.Element;
}): JSX.Element {
  return (
    <div data-part={props.id} hidden={props.shown !== undefined && props.shown !== props.id}>
      {props.children}
      <Show when={props.next}>
        {(next) => (
          <p>
            <a class="button" href={`#${next().id}`}>
              {fill(props.words ?? '', { part: next().title })}
            </a>
          </p>
        )}
      </Show>
    </div>
  );
}
