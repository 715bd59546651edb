package dev.switchboard.server.console;

import dev.switchboard.server.console.live.LiveCounts;
import dev.switchboard.server.console.live.LiveStream;
import dev.switchboard.server.desk.ApprovalDesk;
import dev.switchboard.server.desk.CustomerDesk;
import dev.switchboard.server.desk.Deciders;
import dev.switchboard.server.desk.Drafts;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.server.desk.OfferDesk;
import dev.switchboard.server.desk.PostDesk;
import dev.switchboard.server.floor.Floors;
import dev.switchboard.server.flows.FlowBook;
import dev.switchboard.server.flows.FlowDesk;
import dev.switchboard.server.incidents.IncidentDesk;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.server.notices.Notices;
import dev.switchboard.server.people.Accounts;
import dev.switchboard.server.people.Staff;
import dev.switchboard.server.people.StaffImport;
import dev.switchboard.server.routing.CaseRouting;
import dev.switchboard.server.triage.Promises;
import dev.switchboard.server.watching.Watching;
import dev.switchboard.server.web.OwnCases;
import dev.switchboard.store.customers.CustomerReads;
import dev.switchboard.store.incidents.IncidentReads;
import dev.switchboard.store.people.Colleagues;
import dev.switchboard.store.process.StepCounts;
import dev.switchboard.store.reads.CaseReads;
import dev.switchboard.store.reads.ExceptionReads;
import dev.switchboard.store.reads.FlowReads;
import dev.switchboard.store.routing.OfferStore;
import dev.switchboard.store.triage.TriageReads;
import java.time.InstantSource;
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

  /**
   * The part of cases: what people do with them and with each other's replies, who decides on
   * those, what they are writing, what they are notified of, who watches which, who can hold them,
   * and by which flows they run.
   */
  public record Casework(
      OwnCases desk,
      ApprovalDesk approvals,
      Deciders deciders,
      Drafts drafts,
      Notices notices,
      Watching watching,
      Colleagues colleagues,
      FlowBook flows) {}

  /** The part of routing: what is offered, what people do with it, and why. */
  public record Offering(
      OfferStore store, OfferDesk desk, CaseRouting routing, Staff staff, InstantSource clock) {}

  /** The part of incidents: what is known of them, and what people do with them. */
  public record Troubles(IncidentReads reads, IncidentDesk desk) {}

  /** The part of customers: who they are, and what people say of them. */
  public record Customers(CustomerReads reads, CustomerDesk desk) {}

  /** The part of people: accounts, what is known of them, and how files are read in. */
  public record Company(
      Accounts accounts, Staff staff, StaffImport staffImport, ImportPages.Importing importing) {}

  /** The part of companies' flows: how they are changed, those in use, and where cases are. */
  public record Working(FlowDesk desk, FlowBook book, StepCounts counts) {}

  /** The part of leads: how the work flows, and the floor. */
  public record Floor(
      FlowReads flow, ExceptionReads exceptions, Floors floors, InstantSource clock) {}

  /** Its controllers and other parts of the web layer. */
  public static List<Object> parts(
      CaseReads reads,
      Casework casework,
      Offering offering,
      Exceptions exceptions,
      EventTail tail,
      Triaging triaging,
      Troubles troubles,
      Customers customers,
      Company company,
      Working working,
      Floor floor) {
    Assets assets = new Assets();
    Pages pages = new Pages();
    LiveCounts counts = new LiveCounts(reads, triaging.reads(), troubles.reads(), tail);
    Shells shells = new Shells(reads, company.staff(), tail, counts, casework.notices(), assets);
    ErrorPages errors = new ErrorPages(assets, pages);
    Lists lists = new Lists(reads, shells);
    Whys whys = new Whys(triaging.promises(), triaging.intents());
    CasePages cases =
        new CasePages(
            reads,
            casework.desk(),
            casework.deciders(),
            casework.drafts(),
            troubles.reads(),
            customers.reads(),
            company.accounts().identities().reads(),
            casework.flows(),
            lists,
            whys,
            shells,
            pages);
    IncidentPages incidentPages = new IncidentPages(troubles.reads(), shells, pages);
    TriageCards cards = new TriageCards(triaging.reads(), triaging.promises());
    CaseActions actions =
        new CaseActions(casework.desk(), cases, new NextCase(reads, casework.desk()), pages);
    ExceptionBoards boards = new ExceptionBoards(floor, triaging.reads());
    return List.of(
        new ConsoleWeb(assets),
        new WelcomePage(assets, pages, company.accounts(), company.staff()),
        new SignInPages(company.accounts(), assets, pages),
        new LinkPages(company.accounts().links(), assets, pages),
        new PeoplePages(company.accounts().people(), company.staff(), shells, pages),
        new PersonPages(company.accounts(), company.staff(), shells, pages),
        new TeamPages(company.staff().teams(), shells, pages),
        new PresencePages(company.staff(), shells, pages),
        new StaffImportPages(company.staffImport(), shells, pages),
        new KeyPages(company.accounts().keys(), shells, pages),
        new AccountPages(company.accounts(), shells, pages),
        new BrandPages(company.accounts().identities(), shells, pages),
        new FlowPages(working.desk(), working.book(), working.counts(), shells, pages),
        new PublicTeamPages(company.accounts().identities().reads(), assets, pages),
        new ImportPages(company.importing(), shells, pages),
        new InboxPages(reads, lists, shells, pages),
        cases,
        actions,
        new HandActions(
            casework.desk(),
            casework.approvals(),
            actions,
            casework.colleagues(),
            pages,
            floor.clock()),
        new OfferParts(offering, pages),
        new DraftParts(casework.drafts()),
        new CustomerActions(customers.desk(), customers.reads(), cases, pages),
        new PrivacyPages(),
        new CaseTriageActions(triaging.desk(), cases, pages),
        new ExceptionPages(boards, exceptions, shells, pages),
        new FloorPages(floor.floors(), shells, pages),
        new TriagePages(cards, shells, pages),
        new TriageActions(triaging.desk(), triaging.reads(), reads, cards, pages),
        incidentPages,
        new IncidentActions(troubles.desk(), incidentPages, pages),
        new NoticeParts(casework.notices(), pages),
        new LiveStream(
            tail, counts, company.accounts().streams(), casework.watching(), casework.notices()),
        errors,
        new MissingPages(errors));
  }
}
