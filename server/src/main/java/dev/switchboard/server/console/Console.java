package dev.switchboard.server.console;

import dev.switchboard.server.console.live.LiveCounts;
import dev.switchboard.server.console.live.LiveStream;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.Drafts;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.incidents.IncidentDesk;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.triage.Promises;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.triage.TriageReads;
import java.util.List;
import java.util.function.Function;

/** Puts the console together. */
public final class Console {
  private Console() {}

  /**
   * Triage's part: its lists, what people say of posts, what it promises, and what a brand's posts
   * may be about, the most used first.
   */
  public record Triaging(
      TriageReads reads,
      PostDesk desk,
      Promises promises,
      Function<String, List<String>> intents) {}

  /** The part of cases: what people do with them, and what they are writing. */
  public record Casework(CaseDesk desk, Drafts drafts) {}

  /** The part of incidents: what is known of them, and what people do with them. */
  public record Troubles(IncidentReads reads, IncidentDesk desk) {}

  /** The part of people: accounts, and how a file of posts is read in. */
  public record Staff(Accounts accounts, ImportPages.Importing importing) {}

  /** Its controllers and other parts of the web layer. */
  public static List<Object> parts(
      CaseReads reads,
      Casework casework,
      Exceptions exceptions,
      EventTail tail,
      Triaging triaging,
      Troubles troubles,
      Staff staff) {
    Assets assets = new Assets();
    Pages pages = new Pages();
    LiveCounts counts = new LiveCounts(reads, triaging.reads(), troubles.reads(), tail);
    Shells shells = new Shells(reads, tail, counts, assets);
    ErrorPages errors = new ErrorPages(assets, pages);
    Lists lists = new Lists(reads, shells);
    Whys whys = new Whys(triaging.promises(), triaging.intents());
    CasePages cases =
        new CasePages(reads, casework.drafts(), troubles.reads(), lists, whys, shells, pages);
    IncidentPages incidentPages = new IncidentPages(troubles.reads(), shells, pages);
    TriageCards cards = new TriageCards(triaging.reads(), triaging.promises());
    return List.of(
        new ConsoleWeb(assets),
        new WelcomePage(assets, pages, staff.accounts()),
        new SignInPages(staff.accounts(), assets, pages),
        new LinkPages(staff.accounts().links(), assets, pages),
        new PeoplePages(staff.accounts().people(), shells, pages),
        new KeyPages(staff.accounts().keys(), shells, pages),
        new AccountPages(staff.accounts(), shells, pages),
        new ImportPages(staff.importing(), shells, pages),
        new InboxPages(reads, lists, shells, pages),
        cases,
        new CaseActions(casework.desk(), cases, new NextCase(reads, casework.desk()), pages),
        new DraftParts(casework.drafts()),
        new CaseTriageActions(triaging.desk(), cases, pages),
        new ExceptionPages(reads, exceptions, shells, pages),
        new TriagePages(cards, shells, pages),
        new TriageActions(triaging.desk(), triaging.reads(), reads, cards, pages),
        incidentPages,
        new IncidentActions(troubles.desk(), incidentPages, pages),
        new LiveStream(reads, tail, counts, staff.accounts().streams()),
        errors,
        new MissingPages(errors));
  }
}
