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
import { readEveryProject } from '../../state/every-project.ts';
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
          name: entry.name,
          things: dueThings(index, {
            calendar,
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
  const named = (thing: DueThing): { title: string; path: string } => {
    switch (thing.kind) {
      case 'problem':
        return {
          title: props.checklists[thing.about] ?? '',
          path: thing.about in props.checklists ? `checklists/${thing.about}` : 'checklists',
        };
      case 'request':
        return { title: props.services[thing.about] ?? '', path: 'requests' };
      case 'permit':
        return { title: props.permits[thing.about] ?? '', path: 'fit-out#permits' };
      default:
        return { title: props.cards[thing.about] ?? '', path: `emergency/${thing.about}` };
    }
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
                      <a href={href(props.locale, named(thing).path)}>
                        {text[`due-${thing.kind}`]} · {[named(thing).title, thing.what].filter(Boolean).join(' · ')}
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
        <Show when={(projects() ?? []).length > 1}>
          <p class="quiet">
            <small>{text.switched}</small>
          </p>
        </Show>
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
