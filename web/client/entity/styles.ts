/** The styles of the pages about one entity, in the order in which they build on each other. */
import '../styles/entity/page.css';
import '../styles/entity/cards.css';
import '../styles/entity/posts.css';
import '../styles/entity/events.css';
import '../styles/entity/facts.css';
import '../styles/entity/side.css';
import '../styles/entity/sheet.css';
