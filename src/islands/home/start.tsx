import { createResource, For, type JSX, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { type CalendarYear, MONDAY_TO_FRIDAY } from '../../domain/calendar/calendar-spec.ts';
import { compileCalendar } from '../../domain/calendar/work-calendar.ts';
import { type DueThing, dueThings } from '../../domain/due.ts';
import { fill, formatDay } from '../../i18n/format.ts';
import { HOME } from '../../i18n/home-strings.ts';
import type { Locale } from '../../i18n/locale.ts';
import { href } from '../../i18n/paths.ts';
import { pick } from '../../i18n/pick.ts';
import { chooseProject, readEveryProject } from '../../state/every-project.ts';
import { runHref } from '../checklist/run-href.ts';
import { localTime, today } from '../today.ts';

export interface TodayData {
  locale: Locale;
  checklists: Record<string, string>;
  services: Record<string, string>;
  cards: Record<string, string>;
  permits: Record<string, string>;
  drills: readonly { id: string; months: number }[];
  years: readonly CalendarYear[];
  review: string | undefined;
}

/** Services named in one line; more of them are counted. */
const NAMED = 3;
/** More than so many of one project are counted, not listed. */
const MOST = 8;

/** What is due on this device, by project. */
function Today(props: TodayData & { onKnown(count: number): void }): JSX.Element {
  const text = pick(HOME, props.locale);
  const compiled = compileCalendar({
    id: 'official',
    weekdays: MONDAY_TO_FRIDAY,
    official: props.years,
    off: [],
    work: [],
  });
  const [projects] = createResource(async () => {
    const calendar = compiled.ok ? compiled.calendar : undefined;
    const found = calendar
      ? (await readEveryProject()).map(({ entry, index }) => ({
          id: entry.id,
          name: entry.name,
          things: dueThings(index, {
            calendar,
            years: props.years,
            today: today(),
            now: localTime(new Date().toISOString()).replace(' ', 'T'),
            drills: props.drills,
            locale: props.locale,
            dayOf: (instant) => localTime(instant).slice(0, 10),
          }),
        }))
      : [];
    props.onKnown(found.length);
    return found;
  });
  /** What a thing is called, and the address at which it is seen to. */
  const named = (thing: DueThing): { title: string; address: string } => {
    const to = (path: string) => href(props.locale, path);
    switch (thing.kind) {
      case 'problem':
      case 'checklist':
        return {
          title: props.checklists[thing.about] ?? thing.about,
          address: thing.run ? runHref(props.locale, thing.run) : to('checklists'),
        };
      case 'task':
        return { title: thing.about, address: to('planner') };
      case 'request':
        return { title: props.services[thing.about] ?? '', address: to('requests') };
      case 'services': {
        const old = (thing.services ?? []).filter((id) => props.services[id] !== undefined);
        const names = old.slice(0, NAMED).map((id) => props.services[id]);
        const more = old.length > NAMED ? ` ${fill(text['services-more'], { count: old.length })}` : '';
        return {
          title: names.join(props.locale === 'en' ? ', ' : '、') + more,
          address: to(old.length === 1 ? `directory/${old[0]}` : 'directory'),
        };
      }
      case 'permit':
        return { title: props.permits[thing.about] ?? '', address: to('fit-out#permits') };
      default:
        return { title: props.cards[thing.about] ?? '', address: to(`emergency/${thing.about}`) };
    }
  };
  const words = (thing: DueThing): string => {
    const progress = thing.progress && fill(text['due-progress'], thing.progress);
    return [named(thing).title, thing.what, progress].filter(Boolean).join(' · ');
  };
  /** The tools open the project that was open last: it becomes that one before its page is opened. */
  const go = async (event: MouseEvent, project: string) => {
    const address = (event.currentTarget as HTMLAnchorElement).href;
    event.preventDefault();
    // Where the device refuses, the tool itself still offers the choice.
    await chooseProject(project).catch(() => {});
    location.assign(address);
  };
  const withThings = () => (projects() ?? []).filter(({ things }) => things.length > 0);
  return (
    <Show when={projects()}>
      <h2 id="due">{text.today}</h2>
      <p class="quiet">{text.todayWhat}</p>
      <Show when={props.review !== undefined && props.review <= today()}>
        <p class="due" data-state="overdue">
          <b>{text['due-overdue']}</b> {text['due-document']} {formatDay(props.review ?? '', props.locale)}
        </p>
      </Show>
      <Show when={withThings().length > 0} fallback={<p>{text.nothingDue}</p>}>
        <For each={withThings()}>
          {(project) => (
            <>
              <h3>{project.name}</h3>
              <ul class="due-list">
                <For each={project.things.slice(0, MOST)}>
                  {(thing) => (
                    <li class="due" data-state={thing.state}>
                      <b>{text[`due-${thing.state}`]}</b>{' '}
                      <a href={named(thing).address} onClick={(event) => void go(event, project.id)}>
                        {text[`due-${thing.kind}`]} · {words(thing)}
                      </a>{' '}
                      <span class="nums">{thing.due ? formatDay(thing.due, props.locale) : ''}</span>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={project.things.length > MOST}>
                <p class="quiet">{fill(text.more, { count: project.things.length - MOST })}</p>
              </Show>
            </>
          )}
        </For>
      </Show>
    </Show>
  );
}

/** Fills the place on the home page once it is known what is due; without projects it stays away. */
export function startToday(place: HTMLElement, data: TodayData): void {
  render(
    () => (
      <Today
        {...data}
        onKnown={(count) => {
          place.hidden = count === 0;
        }}
      />
    ),
    place,
  );
}
