import BlankForm from './BlankForm.astro';
import ChecklistItems from './ChecklistItems.astro';
import Correction from './Correction.astro';
import Fact from './Fact.astro';
import FactTable from './FactTable.astro';
import Figure from './Figure.astro';
import Link from './Link.astro';
import Note from './Note.astro';
import Now from './Now.astro';
import Role from './Role.astro';
import Roles from './Roles.astro';
import Rules from './Rules.astro';
import Src from './Src.astro';
import Table from './Table.astro';
import Was from './Was.astro';

/** Everything that prose may use; the content check refuses other components. */
export const PROSE_COMPONENTS = {
  a: Link,
  table: Table,
  BlankForm,
  ChecklistItems,
  Correction,
  Fact,
  FactTable,
  Figure,
  Note,
  Now,
  Role,
  Roles,
  Rules,
  Src,
  Was,
};
