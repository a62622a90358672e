import { childOf, childrenOf, textOf, type XmlNode } from './xml-tree.ts';

/** Task elements that we read, or that follow from what we read. */
const UNDERSTOOD = new Set(
  `UID ID GUID Name Active Manual Type IsNull CreateDate Contact OutlineNumber OutlineLevel Start Finish
  Duration ManualStart ManualFinish ManualDuration DurationFormat Milestone Summary DisplayAsSummary Critical EarlyStart
  EarlyFinish LateStart LateFinish StartVariance FinishVariance FreeSlack TotalSlack StartSlack FinishSlack
  PercentComplete PercentWorkComplete ActualStart ActualFinish ActualDuration RemainingDuration ConstraintType
  CalendarUID ConstraintDate Deadline Notes PredecessorLink ExtendedAttribute Baseline EffortDriven
  ResumeValid FixedCostAccrual LevelAssignments LevelingCanSplit LevelingDelayFormat
  EarnedValueMethod CommitmentType Stop Resume PreLeveledStart PreLeveledFinish
  OverAllocated FreeformDurationFormat IsPublished Work RemainingWork ActualWork RegularWork
  WorkVariance`.split(/\s+/),
);

/** Values that say nothing. */
const NOTHING = new Set(['', '0', '0.00', '-1', 'false', 'PT0H0M0S', 'NA']);

/** What a field says when nobody has touched it. */
const UNTOUCHED: Readonly<Record<string, (task: XmlNode) => string | undefined>> = {
  Priority: () => '500',
  WBS: (task) => textOf(task, 'OutlineNumber'),
};

/** Elements of a task that say something we have no place for. */
export function unknownFields(task: XmlNode): string[] {
  return task.children
    .filter(({ name, text, children }) => {
      if (UNDERSTOOD.has(name)) return false;
      return children.length > 0 || !(NOTHING.has(text.trim()) || UNTOUCHED[name]?.(task) === text.trim());
    })
    .map(({ name }) => name);
}

/** What the file says about the project as a whole, for which a plan has no place. */
const PROPERTIES = `Subject Category Company Manager Author Keywords Comments HyperlinkBase`.split(' ');
const PARTS = `OutlineCodes WBSMasks VBAProjects`.split(' ');

/** Properties of the project that say something, and the notes of the project's own row. */
export function unknownProperties(project: XmlNode, own: XmlNode | undefined): string[] {
  return [
    ...PROPERTIES.filter((name) => (textOf(project, name) ?? '').trim() !== ''),
    ...PARTS.filter((name) => (childOf(project, name)?.children.length ?? 0) > 0),
    ...(childrenOf(own, 'Notes').some(({ text }) => text.trim() !== '') ? ['Notes'] : []),
  ];
}
