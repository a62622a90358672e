import type { LogLine } from '../../domain/emergency/incident.ts';
import { fill } from '../../i18n/format.ts';
import type { RunText } from '../../i18n/run-strings.ts';
import { localSecond } from '../today.ts';
import type { RunCard } from './run-card.ts';

/** Seconds as a clock shows them: `0:07`, `12:03`, `1:02:03`; a sign in front of what lies before the start. */
export function clockText(seconds: number): string {
  const all = Math.abs(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(all / 3600);
  const minutes = Math.floor(all / 60) % 60;
  const text = hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
  return seconds < 0 ? `−${text}` : text;
}

/** The time of an instant to the second, with its day where that is another than that of the instant beside it. */
export function timeBeside(instant: string, beside: string): string {
  const [whole, other] = [localSecond(instant), localSecond(beside)];
  return whole.slice(0, 10) === other.slice(0, 10) ? whole.slice(11) : whole;
}

/** What an entry says, in words. */
export function lineText(line: LogLine, card: RunCard, text: RunText, log: readonly LogLine[]): string {
  const step = card.steps.find(({ id }) => id === line.about);
  switch (line.kind) {
    case 'start':
      return text.start;
    case 'end':
      return text.end;
    case 'step':
      return step?.text ?? line.about ?? '';
    case 'decision': {
      const way = line.way === 'yes' ? step?.decision?.yes : step?.decision?.no;
      const said = fill(text.way, { way: line.way === 'yes' ? text.yes : text.no, text: way?.text ?? '' });
      return `${step?.text ?? ''} ${fill(text.decision, { question: step?.decision?.question ?? '', way: said })}`.trim();
    }
    case 'call': {
      const call = card.calls.find(({ id }) => id === line.about);
      return fill(text.call, { what: [call?.for, line.text].filter(Boolean).join(' ') });
    }
    case 'report': {
      const report = card.report.find(({ id }) => id === line.about);
      return fill(text.reportOf, { whom: report?.whom ?? line.about ?? '' });
    }
    case 'correction': {
      const of = log.find(({ id }) => id === line.corrects);
      return fill(text.correction, { at: of ? timeBeside(of.event, line.event) : '', text: line.text ?? '' });
    }
    default:
      return line.text ?? '';
  }
}

/** How far a step was from its target, in words; empty where it has none. */
export function difference(over: number | undefined, text: RunText): string {
  if (over === undefined) return '';
  if (over === 0) return text.onTime;
  return fill(over > 0 ? text.overTime : text.inTime, { time: clockText(Math.abs(over)) });
}
