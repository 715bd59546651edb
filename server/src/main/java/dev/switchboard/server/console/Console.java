package dev.switchboard.server.console;

import dev.switchboard.server.console.live.LiveCounts;
import dev.switchboard.server.console.live.LiveStream;
import dev.switchboard.server.desk.ApprovalDesk;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.Drafts;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.incidents.IncidentDesk;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.people.StaffImport;
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
  public record Casework(CaseDesk desk, ApprovalDesk approvals, Drafts drafts) {}

  /** The part of incidents: what is known of them, and what people do with them. */
  public record Troubles(IncidentReads reads, IncidentDesk desk) {}

  /** The part of people: accounts, what is known of them, and how files are read in. */
  public record Company(
      Accounts accounts, Staff staff, StaffImport staffImport, ImportPages.Importing importing) {}

  /** Its controllers and other parts of the web layer. */
  public static List<Object> parts(
      CaseReads reads,
      Casework casework,
      Exceptions exceptions,
      EventTail tail,
      Triaging triaging,
      Troubles troubles,
      Company company) {
    Assets assets = new Assets();
    Pages pages = new Pages();
    LiveCounts counts = new LiveCounts(reads, triaging.reads(), troubles.reads(), tail);
    Shells shells = new Shells(reads, company.staff(), tail, counts, assets);
    ErrorPages errors = new ErrorPages(assets, pages);
    Lists lists = new Lists(reads, shells);
    Whys whys = new Whys(triaging.promises(), triaging.intents());
    CasePages cases =
        new CasePages(reads, casework.drafts(), troubles.reads(), lists, whys, shells, pages);
    IncidentPages incidentPages = new IncidentPages(troubles.reads(), shells, pages);
    TriageCards cards = new TriageCards(triaging.reads(), triaging.promises());
    CaseActions actions =
        new CaseActions(casework.desk(), cases, new NextCase(reads, casework.desk()), pages);
    return List.of(
        new ConsoleWeb(assets),
        new WelcomePage(assets, pages, company.accounts()),
        new SignInPages(company.accounts(), assets, pages),
        new LinkPages(company.accounts().links(), assets, pages),
        new PeoplePages(company.accounts().people(), company.staff(), shells, pages),
        new PersonPages(company.accounts(), company.staff(), shells, pages),
        new TeamPages(company.staff().teams(), shells, pages),
        new PresencePages(company.staff(), shells, pages),
        new StaffImportPages(company.staffImport(), shells, pages),
        new KeyPages(company.accounts().keys(), shells, pages),
        new AccountPages(company.accounts(), shells, pages),
        new ImportPages(company.importing(), shells, pages),
        new InboxPages(reads, lists, shells, pages),
        cases,
        actions,
        new HandActions(casework.desk(), casework.approvals(), actions),
        new DraftParts(casework.drafts()),
        new CaseTriageActions(triaging.desk(), cases, pages),
        new ExceptionPages(reads, exceptions, shells, pages),
        new TriagePages(cards, shells, pages),
        new TriageActions(triaging.desk(), triaging.reads(), reads, cards, pages),
        incidentPages,
        new IncidentActions(troubles.desk(), incidentPages, pages),
        new LiveStream(reads, tail, counts, company.accounts().streams()),
        errors,
        new MissingPages(errors));
  }
}
