package dev.switchboard.server.console;

import dev.switchboard.server.console.live.LiveCounts;
import dev.switchboard.server.console.live.LiveStream;
import dev.switchboard.server.desk.CaseDesk;
import dev.switchboard.server.desk.Exceptions;
import dev.switchboard.server.live.EventTail;
import dev.switchboard.store.reads.CaseReads;
import java.util.List;

/** Puts the console together. */
public final class Console {
  private Console() {}

  /** Its controllers and other parts of the web layer. */
  public static List<Object> parts(
      CaseReads reads, CaseDesk desk, Exceptions exceptions, EventTail tail) {
    Assets assets = new Assets();
    Pages pages = new Pages();
    LiveCounts counts = new LiveCounts(reads, tail);
    Shells shells = new Shells(reads, tail, counts, assets);
    ErrorPages errors = new ErrorPages(assets, pages);
    Lists lists = new Lists(reads, shells);
    CasePages cases = new CasePages(reads, lists, shells, pages);
    return List.of(
        new ConsoleWeb(assets),
        new WelcomePage(assets, pages),
        new InboxPages(reads, lists, shells, pages),
        cases,
        new CaseActions(desk, cases, new NextCase(reads, desk), pages),
        new ExceptionPages(reads, exceptions, shells, pages),
        new LiveStream(reads, tail, counts),
        errors,
        new MissingPages(errors));
  }
}
